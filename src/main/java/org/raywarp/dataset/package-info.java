/**
 * Cases to train and to test with: which femora, in which poses, seen from where, and how they lie on disk. No networks
 * and no training loop.
 * <p>
 * Reading order: {@link org.raywarp.dataset.Case} is the unit; {@link org.raywarp.dataset.Subject} is a bone to make
 * cases of, from {@link org.raywarp.dataset.Subjects}; {@link org.raywarp.dataset.PoseAugmentation} and
 * {@link org.raywarp.dataset.StandardViews} draw poses and views; {@link org.raywarp.dataset.PhantomCases} makes cases in
 * memory; {@link org.raywarp.dataset.DatasetGenerator} writes them and {@link org.raywarp.dataset.DatasetReader} reads them
 * back; {@link org.raywarp.dataset.DatasetSplit} keeps every person on one side of a split.
 * <p>
 * Every case has random numbers of its own, derived from the seed and the index of the case: the same seed gives the same
 * cases, whatever the order and the number of threads. May import everything up to {@code xray}, {@code anatomy} and
 * {@code io}.
 */
package org.raywarp.dataset;
