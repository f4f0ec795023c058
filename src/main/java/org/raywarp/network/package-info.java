/**
 * The registration network of Van Houtte et al. 2022, and those that it is compared with, as TensorFlow graphs, its training step, and saved models run
 * through DJL. The only package that knows TensorFlow or DJL.
 * <p>
 * Images elsewhere are (x, y, z); tensors are [batch, z, y, x, channel], with x varying fastest after the channel. The
 * batch is always 1. Coordinates are in mm of the world or in voxel indices, three tensors for x, y, z.
 * <p>
 * Reading order: {@link org.raywarp.network.NetworkConfig}, {@code RegistrationNetwork} with its parts
 * {@code ProstLayer}, {@code AffineModule}, {@code LocalModule}, {@code InverseProstLayer},
 * {@code VelocityIntegrationLayer}, {@code WarpLayer}; the other methods of {@link org.raywarp.network.Method} are
 * {@code StatisticalModule} and {@code LabelNetwork}; then {@link org.raywarp.network.TrainableNetwork}, which trains it,
 * and {@code RegistrationGraph}, which exports it. A trained model is read from {@link org.raywarp.network.ModelZoo} through
 * {@link org.raywarp.network.ModelFolder} to {@code TensorFlowModel} or {@code TensorFlowLabelModel}, which run it; {@link org.raywarp.network.UserModels} keeps those of the user.
 * {@link org.raywarp.network.EngineStatus} says what computes. May import everything up to
 * {@code dataset} and {@code registration}.
 */
package org.raywarp.network;
