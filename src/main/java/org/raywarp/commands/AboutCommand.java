/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.raywarp.network.EngineStatus;
import org.raywarp.network.ModelZoo;
import org.raywarp.network.UserModels;
import org.raywarp.volume.Progress;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Says what computes and in which versions: what to put into a question to the developers.
 */
@Plugin( type = Command.class, headless = true, description = "Versions, engine, device, memory and models of RayWarp.", menu = {
		@Menu( label = "Plugins" ), @Menu( label = "RayWarp" ), @Menu( label = "About RayWarp...", weight = 90 ) } )
public final class AboutCommand extends RayWarpCommand
{
	private static final int MEBIBYTE = 1 << 20;

	@Parameter( type = ItemIO.OUTPUT, label = "About RayWarp" )
	private String report;

	@Override
	void compute( final Progress progress ) throws IOException
	{
		progress.report( 0, "starting TensorFlow" );
		final EngineStatus engine = EngineStatus.now();
		final List< String > imported = UserModels.names();
		report = String.join( "\n", "RayWarp " + Versions.raywarp(), "Engine: " + engine( engine ), "Device: " + device( engine ),
				platform(),
				memory(), "Models that come with RayWarp: " + String.join( ", ", ModelZoo.bundled() ),
				"Imported models in " + UserModels.folder() + ": " + ( imported.isEmpty() ? "none" : String.join( ", ", imported ) ) );
	}

	private static String engine( final EngineStatus engine )
	{
		return engine.tensorFlow().map( v -> "TensorFlow " + v ).orElse( "TensorFlow does not start" ) + ", TensorFlow for Java "
				+ Versions.engine() + ", DJL " + engine.djl();
	}

	private static String device( final EngineStatus engine )
	{
		if ( engine.gpu() )
			return "GPU";
		return ( engine.tensorFlow().isPresent() ? "CPU; no GPU: " : "none: " ) + engine.problem().orElse( "unknown" );
	}

	private static String platform()
	{
		return Versions.platform() + " (" + System.getProperty( "java.version" ) + ", " + System.getProperty( "java.vendor" ) + "), "
				+ System.getProperty( "os.name" ) + " " + System.getProperty( "os.arch" );
	}

	private static String memory()
	{
		final Runtime java = Runtime.getRuntime();
		return String.format( Locale.ROOT, "Memory: %d of %d MiB used, %d processors",
				( java.totalMemory() - java.freeMemory() ) / MEBIBYTE,
				java.maxMemory() / MEBIBYTE, java.availableProcessors() );
	}
}
