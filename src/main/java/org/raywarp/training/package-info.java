/**
 * How a network is trained: the schedule, the order of the cases, validation, checkpoints. The graph, its loss and its
 * optimizer are in {@code network}.
 * <p>
 * Reading order: {@link org.raywarp.training.TrainingConfig}, {@link org.raywarp.training.CaseSource},
 * {@link org.raywarp.training.Trainer}; {@link org.raywarp.training.DatasetTraining} goes the whole way from a data set to
 * a model folder. May import everything up to {@code network}.
 */
package org.raywarp.training;
