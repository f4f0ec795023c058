/**
 * Cases to train and to test with: which femora, in which poses, seen from where, and how they lie on disk. No networks
 * and no training loop.
 * <p>
 * Read in this order:
 * <ol>
 * <li>{@link org.raywarp.dataset.Case}, the unit, of a {@link org.raywarp.dataset.Subject}, a bone; {@code CaseFiles} and
 * {@code CaseDescription} are what it is on disk;</li>
 * <li>{@link org.raywarp.dataset.DatasetGenerator}, which writes a data set, and {@link org.raywarp.dataset.DatasetReader},
 * which reads it back; {@code DatasetIndex} says what is in it;</li>
 * <li>{@link org.raywarp.dataset.ShapeSettings} and {@code Bones}, which bones it is made of: {@code ParametricBones},
 * {@code SurfaceBones} from {@link org.raywarp.dataset.Subjects}, or {@code ModelBones};
 * {@link org.raywarp.dataset.DatasetSplit} keeps every person in one part;</li>
 * <li>{@link org.raywarp.dataset.PhantomSettings}, what cases are like: {@link org.raywarp.dataset.BoneVariation},
 * {@link org.raywarp.dataset.PoseAugmentation}, {@link org.raywarp.dataset.StandardViews},
 * {@link org.raywarp.dataset.Radiation} and {@link org.raywarp.dataset.Imperfections} of views and masks; {@code CaseDraw}
 * draws from all of them;</li>
 * <li>{@link org.raywarp.dataset.CaseMaker}, which makes the cases of a data set in memory, and
 * {@link org.raywarp.dataset.PhantomCases}, which makes those of given bones, both from {@code PhantomTemplate}s.</li>
 * </ol>
 * <p>
 * Every case has random numbers of its own, derived from the seed and the index of the case: the same seed gives the same
 * cases, whatever the order and the number of threads. May import everything up to {@code xray}, {@code anatomy} and
 * {@code io}.
 */
package org.raywarp.dataset;
