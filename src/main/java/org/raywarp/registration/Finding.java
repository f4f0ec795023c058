/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

/**
 * Something about the inputs of a registration that is, or looks, wrong.
 *
 * @param severity
 *            how sure
 * @param sentence
 *            what was found where, and what to do, in one sentence
 */
public record Finding( Severity severity, String sentence )
{
	/** How sure a finding is. */
	public enum Severity
	{
		/** No useful registration can come of it. */
		ERROR,
		/** It may be as it should be, and a registration goes on. */
		WARNING
	}

	static Finding error( final String sentence )
	{
		return new Finding( Severity.ERROR, sentence );
	}

	static Finding warning( final String sentence )
	{
		return new Finding( Severity.WARNING, sentence );
	}

	/**
	 * @return {@code WARNING: } or {@code ERROR: } and the sentence
	 */
	@Override
	public String toString()
	{
		return severity + ": " + sentence;
	}
}
