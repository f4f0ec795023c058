/**
 * Maps of space and what they do to volumes, labels, meshes and points: similarities, velocity and displacement fields.
 * Fields are backward and in mm: a point of the target image to where the source image is read.
 */
package org.raywarp.deformation;
