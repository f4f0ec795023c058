/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

/**
 * How far a registration has gone.
 */
public enum Stage
{
	/** The atlas as it is. */
	BEFORE( "before" ),
	/** After the similarity of the affine module. */
	AFFINE( "affine" ),
	/** After the similarity and the local deformation. */
	LOCAL( "affine + local" ),
	/** A label map that was regressed without an atlas. */
	LABELS( "label map" );

	private final String label;

	Stage( final String label )
	{
		this.label = label;
	}

	/**
	 * @return the name for tables
	 */
	public String label()
	{
		return label;
	}
}
