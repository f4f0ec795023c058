/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.util.List;

import javax.script.ScriptEngine;

import org.scijava.script.AbstractScriptLanguage;

/**
 * The ImageJ macro language for the stand-alone program, so that macros take {@code #@} parameters there as in Fiji. Not
 * declared as a plugin: Fiji has its own.
 */
public final class MacroLanguage extends AbstractScriptLanguage
{
	@Override
	public ScriptEngine getScriptEngine()
	{
		return new MacroEngine();
	}

	@Override
	public List< String > getNames()
	{
		return List.of( "ImageJ macro" );
	}

	@Override
	public List< String > getExtensions()
	{
		return List.of( "ijm" );
	}
}
