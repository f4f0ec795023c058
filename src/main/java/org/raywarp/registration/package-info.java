/**
 * The method without an engine: what goes into a registration, the interface of a model, and the pipeline from two
 * radiographs to a warped atlas.
 */
package org.raywarp.registration;
