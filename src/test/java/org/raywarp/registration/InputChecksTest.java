/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.Detector;
import org.raywarp.geometry.View;
import org.raywarp.volume.FloatArrays;
import org.raywarp.xray.Drr;
import org.raywarp.xray.DrrSettings;
import org.raywarp.xray.DrrSimulator;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Each thing that may be wrong, alone, is found and named; what is right is not complained of.
 */
class InputChecksTest
{
	private static final int SIZE = 96;

	private static final Atlas ATLAS = Phantom.atlas();

	private static View view( final String name, final double primary )
	{
		return ConeBeamGeometry.of( 1000, 925, Phantom.GRID.center(), new CArmAngulation( primary, 0 ),
				Detector.centered( SIZE, SIZE, 2.2, 2.2 ) ).view( name );
	}

	private static List< Radiograph > radiographs( final double... angles )
	{
		final List< Radiograph > radiographs = new ArrayList<>();
		for ( final double angle : angles )
			for ( final Drr drr : DrrSimulator.simulate( ATLAS.ct(), ATLAS.labels(), Atlas.BONE,
					List.of( view( "at " + Math.round( angle ), angle ) ), DrrSettings.ofKilovoltage( 90 ) ) )
				radiographs.add( new Radiograph( drr.image(), drr.mask(), drr.view() ) );
		return radiographs;
	}

	private static RandomAccessibleInterval< FloatType > mapped( final RandomAccessibleInterval< FloatType > image,
			final IntUnaryOperator source )
	{
		final float[] from = FloatArrays.of( image ), to = new float[ from.length ];
		for ( int i = 0; i < to.length; ++i )
			to[ i ] = source.applyAsInt( i ) < 0 ? 0 : from[ source.applyAsInt( i ) ];
		return ArrayImgs.floats( to, image.dimensionsAsLongArray() );
	}

	private static RandomAccessibleInterval< FloatType > valued( final RandomAccessibleInterval< FloatType > image,
			final UnaryOperator< Float > value )
	{
		final float[] values = FloatArrays.of( image ).clone();
		for ( int i = 0; i < values.length; ++i )
			values[ i ] = value.apply( values[ i ] );
		return ArrayImgs.floats( values, image.dimensionsAsLongArray() );
	}

	private static Radiograph mapped( final Radiograph r, final IntUnaryOperator source )
	{
		return new Radiograph( mapped( r.image(), source ), mapped( r.mask(), source ), r.view() );
	}

	private static Radiograph image( final Radiograph r, final UnaryOperator< Float > value )
	{
		return new Radiograph( valued( r.image(), value ), r.mask(), r.view() );
	}

	private static Radiograph mask( final Radiograph r, final UnaryOperator< Float > value )
	{
		return new Radiograph( r.image(), valued( r.mask(), value ), r.view() );
	}

	/** The only finding, or its lack, as text. */
	private static String only( final List< Radiograph > radiographs )
	{
		final List< Finding > findings = InputChecks.of( ATLAS, radiographs );
		assertTrue( findings.size() <= 1, findings.toString() );
		return findings.isEmpty() ? "" : findings.get( 0 ).toString();
	}

	private static void assertFound( final String start, final Radiograph first, final Radiograph second )
	{
		final String found = only( List.of( first, second ) );
		assertTrue( found.startsWith( start ), found );
	}

	@Test
	void nothingIsWrongWithWhatIsRight()
	{
		assertEquals( "", only( radiographs( 0, 90 ) ) );
		assertEquals( "", only( radiographs( 25, -70 ) ) );
		final Random noise = new Random( 1 );
		assertEquals( "",
				only( radiographs( 0, 90 ).stream().map( r -> image( r, v -> v + 0.1f * ( float ) noise.nextGaussian() ) ).toList() ) );
		assertEquals( List.of(), InputChecks.of( ATLAS, Phantom.radiographs( new Similarity( 8, -8, 8, 5, -5, 5, 1.05 ), 0, 90 ) ) );
		assertEquals( "", only( radiographs( 0, 90 ).stream().map( r -> new Radiograph( r.image(), null, r.view() ) ).toList() ) );
	}

	@Test
	void darkBones()
	{
		final List< Radiograph > right = radiographs( 0, 90 );
		assertFound( "WARNING: Bones look dark in the X-ray image of view \"at 0\"", image( right.get( 0 ), v -> 8 - v ), right.get( 1 ) );
		final List< Radiograph > unmasked = Phantom.radiographs( Similarity.IDENTITY, 0, 90 ).stream()
				.map( r -> new Radiograph( r.image(), null, r.view() ) ).toList();
		assertEquals( "", only( unmasked ) );
		assertFound( "WARNING: Bones look dark in the X-ray image of view \"at 0.0\"", image( unmasked.get( 0 ), v -> 8 - v ),
				unmasked.get( 1 ) );
	}

	@Test
	void valuesThatAreNoLogAttenuation()
	{
		final List< Radiograph > right = radiographs( 0, 90 );
		assertFound( "WARNING: The X-ray image of view \"at 90\" has values up to", right.get( 0 ), image( right.get( 1 ), v -> 40 * v ) );
		assertFound( "WARNING: The X-ray image of view \"at 90\" has values down to", right.get( 0 ),
				image( right.get( 1 ), v -> v - 4 ) );
		assertFound( "ERROR: The X-ray image of view \"at 90\" is empty: every pixel is 2.0", right.get( 0 ),
				image( right.get( 1 ), v -> 2f ) );
		final List< Finding > raw = InputChecks.of( ATLAS,
				List.of( image( right.get( 0 ), v -> 65535 * ( float ) Math.exp( -v ) ), right.get( 1 ) ) );
		assertEquals( 2, raw.size() );
		assertTrue( raw.get( 0 ).sentence().contains( "take -ln(I/I0), I0 being" ) && raw.get( 1 ).sentence().contains( "look dark" ) );
	}

	@Test
	void masksThatAreNone()
	{
		final List< Radiograph > right = radiographs( 0, 90 );
		assertFound( "ERROR: The mask of view \"at 0\" is empty;", mask( right.get( 0 ), v -> 0f ), right.get( 1 ) );
		assertFound( "WARNING: The mask of view \"at 0\" covers the whole image", mask( right.get( 0 ), v -> 1f ), right.get( 1 ) );
		assertFound( "ERROR: The mask of view \"at 0\" is inverted", mask( right.get( 0 ), v -> 1 - v ), right.get( 1 ) );
	}

	@Test
	void masksOfSomethingElse()
	{
		final List< Radiograph > right = radiographs( 0, 90 );
		final float[] box = new float[ SIZE * SIZE ];
		for ( int i = 0; i < box.length; ++i )
			box[ i ] = Math.abs( i % SIZE - 48 ) < 40 && Math.abs( i / SIZE - 48 ) < 40 ? 1 : 0;
		assertFound( "WARNING: The mask of view \"at 0\" has ",
				new Radiograph( right.get( 0 ).image(), ArrayImgs.floats( box, SIZE, SIZE ), right.get( 0 ).view() ), right.get( 1 ) );
		final Radiograph r = right.get( 0 );
		final float[] mask = FloatArrays.of( r.mask() ).clone();
		for ( int row = 10; row < 24; ++row )
			for ( int column = SIZE / 2; column < SIZE; ++column )
				mask[ row * SIZE + column ] = 1;
		assertFound( "WARNING: The mask of view \"at 0\" touches the right border",
				new Radiograph( r.image(), ArrayImgs.floats( mask, SIZE, SIZE ), r.view() ), right.get( 1 ) );
	}

	@Test
	void imagesThatWereFlipped()
	{
		final List< Radiograph > right = radiographs( 0, 90 );
		final String looks = "WARNING: The X-ray image of view \"at 0\" looks ";
		assertFound( looks + "mirrored", mapped( right.get( 0 ), i -> i / SIZE * SIZE + SIZE - 1 - i % SIZE ), right.get( 1 ) );
		assertFound( looks + "upside down", mapped( right.get( 0 ), i -> ( SIZE - 1 - i / SIZE ) * SIZE + i % SIZE ), right.get( 1 ) );
		assertFound( looks + "turned", mapped( right.get( 0 ), i -> SIZE * SIZE - 1 - i ), right.get( 1 ) );
		assertFound( looks + "transposed", mapped( right.get( 0 ), i -> i % SIZE * SIZE + i / SIZE ), right.get( 1 ) );
	}

	@Test
	void imagesForEachOthersView()
	{
		final Radiograph a = radiographs( 0, 90 ).get( 0 ), b = radiographs( 0, 90 ).get( 1 );
		assertFound( "WARNING: The X-ray images of \"at 0\" and \"at 90\" look as if they were given for each other's view",
				new Radiograph( b.image(), b.mask(), a.view() ), new Radiograph( a.image(), a.mask(), b.view() ) );
	}

	@ParameterizedTest
	@ValueSource( doubles = { 8, 180, 188 } )
	void viewsThatAreParallel( final double angle )
	{
		final String found = only( radiographs( 0, angle ) );
		assertTrue( found.startsWith( "WARNING: The views are almost parallel: their beams differ by " + ( angle == 180 ? "0.0" : "8.0" ) ),
				found );
		assertEquals( "", only( radiographs( 0 ) ), "one view has nothing to be parallel to" );
	}

	@Test
	void bonesBesideTheDetector()
	{
		final List< Radiograph > right = radiographs( 0, 90 );
		final double[] center = Phantom.GRID.center();
		final Radiograph r = right.get( 1 );
		final View off = CalibrationError.COLUMN_SHIFT.apply( r.view(), center, 300 );
		final List< Finding > none =
				InputChecks.of( ATLAS, List.of( right.get( 0 ), new Radiograph( r.image(), null, off ) ) );
		assertTrue( none.get( 0 ).toString().startsWith( "ERROR: No ray of view \"at 90\"" ), none.toString() );
		assertThrows( IllegalArgumentException.class, () -> InputChecks.requireNoError( none ) );
		final View half = CalibrationError.COLUMN_SHIFT.apply( r.view(), center, 95 );
		final List< Finding > some = InputChecks.of( ATLAS, List.of( right.get( 0 ), new Radiograph( r.image(), null, half ) ) );
		assertTrue( some.get( 0 ).sentence().matches( "Only \\d+ percent of the bone.*onto the detector of view \"at 90\".*" ),
				some.toString() );
		InputChecks.requireNoError( some );
	}

	@Test
	void lengthsInMeters()
	{
		final Radiograph r = radiographs( 90 ).get( 0 );
		final View meters = ConeBeamGeometry.of( 1, 0.925, Phantom.GRID.center(), new CArmAngulation( 0, 0 ),
				Detector.centered( SIZE, SIZE, 0.0022, 0.0022 ) ).view( "in meters" );
		final String found = only( List.of( new Radiograph( r.image(), r.mask(), meters ), r ) );
		assertTrue( found.startsWith( "ERROR: The source of view \"in meters\" is 0.9250 mm away" ), found );
		assertTrue( found.contains( "multiply meters by 1000" ) );
	}
}
