/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/**
 * The walls between the packages: what may use what.
 */
class PackageWallsTest
{
	/** From the ground up; a package uses packages of lower levels only. */
	private static final List< Set< String > > LEVELS = List.of( Set.of( "geometry", "volume" ),
			Set.of( "projection", "deformation", "metrics" ),
			Set.of( "xray", "anatomy", "io" ), Set.of( "population" ), Set.of( "dataset", "registration" ), Set.of( "network" ),
			Set.of( "training", "viewer" ),
			Set.of( "evaluation" ), Set.of( "commands" ) );

	private static final String ROOT = "org.raywarp.";

	private static JavaClasses classes;

	@BeforeAll
	static void importClasses()
	{
		classes = new ClassFileImporter().withImportOption( ImportOption.Predefined.DO_NOT_INCLUDE_TESTS ).importPackages( "org.raywarp" );
	}

	@Test
	void everyPackageHasALevel()
	{
		final Set< String > found = classes.stream().map( JavaClass::getPackageName ).filter( name -> name.startsWith( ROOT ) )
				.map( name -> name.substring( ROOT.length() ) ).collect( Collectors.toCollection( TreeSet::new ) );
		final Set< String > known = LEVELS.stream().flatMap( Set::stream ).collect( Collectors.toCollection( TreeSet::new ) );
		found.removeAll( known );
		assertEquals( Set.of(), found );
	}

	static List< String > packages()
	{
		return LEVELS.stream().flatMap( Set::stream ).sorted().toList();
	}

	@ParameterizedTest
	@MethodSource( "packages" )
	void importsGoDownwardsOnly( final String name )
	{
		noClasses().that().resideInAPackage( ROOT + name ).should().dependOnClassesThat().resideInAnyPackage( forbidden( name ) )
				.allowEmptyShould( true ).check( classes );
	}

	@Test
	void packagesAreAcyclic()
	{
		slices().matching( ROOT + "(*)" ).should().beFreeOfCycles().check( classes );
	}

	@Test
	void onlyNetworkKnowsTheEngine()
	{
		onlyIn( "network", "ai.djl..", "org.tensorflow..", "org.bytedeco.." );
	}

	@Test
	void onlyCommandsKnowSciJavaAndPlugins()
	{
		onlyIn( "commands", "org.scijava..", "ij.plugin..", "ij.macro..", "net.imagej..", "org.python.." );
	}

	@Test
	void imagesOfImageJStayWithCommandsViewerAndTheConverter()
	{
		noClasses().that().resideOutsideOfPackages( ROOT + "commands", ROOT + "viewer" ).and()
				.doNotHaveFullyQualifiedName( ROOT + "io.ImagePlusVolumes" )
				.should().dependOnClassesThat().haveFullyQualifiedName( "ij.ImagePlus" ).check( classes );
		noClasses().that().resideOutsideOfPackages( ROOT + "commands", ROOT + "viewer", ROOT + "io" ).should().dependOnClassesThat()
				.resideInAnyPackage( "ij", "ij.." ).check( classes );
	}

	@Test
	void onlyViewerAndCommandsDraw()
	{
		noClasses().that().resideOutsideOfPackages( ROOT + "commands", ROOT + "viewer" ).should().dependOnClassesThat()
				.resideInAnyPackage( "java.awt..", "javax.swing..", "javax.imageio.." ).check( classes );
	}

	@Test
	void jsonStaysWithFilesModelsAndIndices()
	{
		noClasses().that().resideOutsideOfPackages( ROOT + "io", ROOT + "network", ROOT + "dataset", ROOT + "training", ROOT + "commands" )
				.should()
				.dependOnClassesThat().resideInAPackage( "com.google.gson.." ).check( classes );
	}

	@Test
	void onlyTheProgramPrintsAndExits()
	{
		noClasses().that().doNotHaveFullyQualifiedName( ROOT + "commands.RayWarp" ).should().callMethod( System.class, "exit", int.class )
				.orShould().callMethod( Throwable.class, "printStackTrace" ).check( classes );
		noClasses().that().doNotHaveFullyQualifiedName( ROOT + "commands.RayWarp" ).and()
				.haveNameNotMatching( ".*commands\\.MacroEngine(\\$.*)?" ).should().accessField( System.class, "out" ).orShould()
				.accessField( System.class, "err" ).check( classes );
	}

	@Test
	void theWallsHoldSomethingBack()
	{
		// A rule over no classes passes: this one must not.
		assertThrows( AssertionError.class, () -> onlyIn( "geometry", "org.scijava.." ) );
	}

	private static void onlyIn( final String name, final String... packages )
	{
		noClasses().that().resideOutsideOfPackage( ROOT + name ).should().dependOnClassesThat().resideInAnyPackage( packages )
				.check( classes );
	}

	private static String[] forbidden( final String name )
	{
		final List< String > forbidden = new ArrayList<>();
		boolean reached = false;
		for ( final Set< String > level : LEVELS )
		{
			reached |= level.contains( name );
			if ( reached )
				level.stream().filter( other -> !other.equals( name ) )
						.filter( other -> !( name.equals( "volume" ) && other.equals( "geometry" ) ) )
						.forEach( other -> forbidden.add( ROOT + other ) );
		}
		return forbidden.toArray( new String[ 0 ] );
	}
}
