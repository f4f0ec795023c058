/**
 * How a network is trained: the schedule, the order of the cases, validation, checkpoints. The graph, its loss and its
 * optimizer are in {@code network}.
 * <p>
 * Reading order: {@link org.raywarp.training.TrainingConfig}, {@link org.raywarp.training.CaseSource},
 * {@link org.raywarp.training.Trainer}.
 */
package org.raywarp.training;
