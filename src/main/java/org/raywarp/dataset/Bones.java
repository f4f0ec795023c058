/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.util.Set;

/**
 * The bones of a data set in the order in which its shapes use them. Shape by shape the same whenever they are asked
 * for.
 */
interface Bones
{
	/**
	 * @param shape
	 *            which shape, from 0
	 * @return name of its bone
	 */
	String name( int shape );

	/**
	 * @param shape
	 *            which shape, from 0
	 * @return whose bone it is
	 */
	String person( int shape );

	/**
	 * @param shape
	 *            which shape, from 0
	 * @return what its cases are for
	 */
	DatasetPart part( int shape );

	/**
	 * @param shape
	 *            which shape, from 0
	 * @return the bone with its similarity to the atlas; may take a second
	 */
	Subject subject( int shape );

	/**
	 * @param part
	 *            of the data set
	 * @return the real persons behind its bones; empty for parametric femora
	 */
	Set< String > people( DatasetPart part );
}
