/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import org.python.core.Py;
import org.python.core.PyObject;
import org.scijava.script.AdaptedScriptLanguage;

/**
 * Jython for the stand-alone program. Not declared as a plugin: Fiji has its own.
 */
public final class JythonLanguage extends AdaptedScriptLanguage
{
	/** Adapts the Jython engine on the class path. */
	public JythonLanguage()
	{
		super( "jython" );
	}

	@Override
	public Object decode( final Object object )
	{
		if ( !( object instanceof PyObject ) )
			return object;
		final Object java = ( ( PyObject ) object ).__tojava__( Object.class );
		return java == Py.NoConversion ? object : java;
	}
}
