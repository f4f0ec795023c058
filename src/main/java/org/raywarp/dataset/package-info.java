/**
 * Cases to train and to test with: which femora, in which poses, seen from where, and how they lie on disk. No networks
 * and no training loop.
 * <p>
 * Reading order: {@link org.raywarp.dataset.Case} is the unit; {@link org.raywarp.dataset.Subject} is a bone to make
 * cases of, from {@link org.raywarp.dataset.Subjects}; {@link org.raywarp.dataset.PoseAugmentation} and
 * {@link org.raywarp.dataset.StandardViews} draw poses and views, {@link org.raywarp.dataset.Radiation} kilovoltage and
 * exposure, {@link org.raywarp.dataset.Imperfections} errors of views and masks; {@link org.raywarp.dataset.PhantomSettings}
 * composes them; {@link org.raywarp.dataset.CaseMaker} makes the cases of a data set in memory, from templates, and
 * {@link org.raywarp.dataset.PhantomCases} those of given bones; {@link org.raywarp.dataset.DatasetGenerator} writes them and
 * {@link org.raywarp.dataset.DatasetReader} reads them back; {@link org.raywarp.dataset.DatasetSplit} keeps every person in
 * one part of a data set.
 * <p>
 * Every case has random numbers of its own, derived from the seed and the index of the case: the same seed gives the same
 * cases, whatever the order and the number of threads. May import everything up to {@code xray}, {@code anatomy} and
 * {@code io}.
 */
package org.raywarp.dataset;
