/**
 * What the paper reports: registrations of many cases and their tables, and the sample data that come with RayWarp. May
 * import everything but {@code commands}.
 */
package org.raywarp.evaluation;
