/**
 * How alike two label maps or two images are: pure functions of images, no registration, no tables.
 * <p>
 * {@link org.raywarp.metrics.LabelMetrics} gathers, label by label, what the others compute:
 * {@link org.raywarp.metrics.LabelOverlap} (Dice, Jaccard), {@link org.raywarp.metrics.SurfaceDistance} (ASSD, HD95),
 * {@link org.raywarp.metrics.StructuralSimilarity} and {@link org.raywarp.metrics.NormalizedCrossCorrelation}. What is
 * not defined, such as a distance to a label that is not there, is NaN; images that do not fit each other are an
 * {@code IllegalArgumentException}. May import {@code geometry} and {@code volume}.
 */
package org.raywarp.metrics;
