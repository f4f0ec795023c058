/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.raywarp.deformation.DisplacementField;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.ProjectionMatrix;
import org.raywarp.geometry.View;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.plugin.Duplicator;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

class ImagePlusVolumesTest
{
	private static String messageOf( final Executable call )
	{
		return assertThrows( IllegalArgumentException.class, call ).getMessage();
	}

	@Test
	void volumesAndLabelsComeBack()
	{
		for ( final Affine3D frame : new Affine3D[] { SampleVolumes.ALIGNED, SampleVolumes.OBLIQUE, SampleVolumes.SHEARED } )
		{
			final ImagePlus floats = ImagePlusVolumes.toImagePlus( "ct", SampleVolumes.floats( frame ) ),
					labels = ImagePlusVolumes.toImagePlus( "labels", SampleVolumes.labels( frame ) );
			SampleVolumes.assertSame( SampleVolumes.floats( frame ), ImagePlusVolumes.toVolume( floats ), 1e-12 );
			SampleVolumes.assertSame( SampleVolumes.labels( frame ), ImagePlusVolumes.toLabels( labels ), 1e-12 );
			assertEquals( 32, floats.getBitDepth() );
			assertEquals( 8, labels.getBitDepth() );
			assertEquals( 3, floats.getNSlices() );
			assertEquals( "ct", floats.getTitle() );
		}
	}

	@Test
	void theCalibrationIsSpacingAndTheIndexOfTheOrigin()
	{
		final Calibration c = ImagePlusVolumes.toImagePlus( "ct", SampleVolumes.floats( SampleVolumes.ALIGNED ) ).getCalibration();
		assertEquals( "mm", c.getUnit() );
		assertArrayEquals( new double[] { 0.664, 0.75, 2 }, new double[] { c.pixelWidth, c.pixelHeight, c.pixelDepth }, 1e-12 );
		assertArrayEquals( new double[] { 63.4 / 0.664, -17.125 / 0.75, 500.25 }, new double[] { c.xOrigin, c.yOrigin, c.zOrigin }, 1e-9 );
	}

	@Test
	void aFrameThatTheCalibrationHoldsHasNoProperty()
	{
		assertNull( ImagePlusVolumes.toImagePlus( "ct", SampleVolumes.floats( SampleVolumes.ALIGNED ) )
				.getProp( ImagePlusVolumes.WORLD_FROM_VOXEL ) );
		assertEquals( 12, ImagePlusVolumes.toImagePlus( "ct", SampleVolumes.floats( SampleVolumes.OBLIQUE ) )
				.getProp( ImagePlusVolumes.WORLD_FROM_VOXEL ).split( " " ).length );
	}

	@Test
	void theDisplayRangeIsThatOfAllSlices()
	{
		final Grid grid = new Grid( new int[] { 1, 1, 3 }, Affine3D.IDENTITY );
		final ImagePlus ct = ImagePlusVolumes.toImagePlus( "ct", Volume.floats( grid, new float[] { 5, -1000, 1500 } ) ),
				labels = ImagePlusVolumes.toImagePlus( "labels", Volume.labels( grid, new byte[] { 0, 1, 2 } ) ),
				field = ImagePlusVolumes.toImagePlus( "u", DisplacementField.of( grid, new float[] { 0, 1, 2, 3, 4, 5, 6, 7, 9 } ) );
		assertArrayEquals( new double[] { -1000, 1500, 0, 2 }, new double[] { ct.getDisplayRangeMin(), ct.getDisplayRangeMax(),
				labels.getDisplayRangeMin(), labels.getDisplayRangeMax() } );
		for ( int c = 1; c <= 3; ++c )
		{
			field.setPositionWithoutUpdate( c, 1, 1 );
			assertEquals( c - 1, field.getDisplayRangeMin() );
			assertEquals( c == 3 ? 9 : c + 5, field.getDisplayRangeMax() );
		}
	}

	@Test
	void aPlainImageIsTakenAsMillimeters()
	{
		final ImagePlus image = new ImagePlus( "plain", new FloatProcessor( 2, 2 ) );
		assertArrayEquals( Affine3D.IDENTITY.toArray(), ImagePlusVolumes.worldFromVoxel( image ).toArray() );
		image.getCalibration().setUnit( "cm" );
		image.getCalibration().pixelWidth = 0.1;
		assertEquals( 1, ImagePlusVolumes.worldFromVoxel( image ).get( 0, 0 ), 1e-12 );
	}

	@Test
	void duplicatesKeepTheFrameAndCropsMoveIt()
	{
		final ImagePlus image = ImagePlusVolumes.toImagePlus( "ct", SampleVolumes.floats( SampleVolumes.OBLIQUE ) );
		assertEquals( SampleVolumes.OBLIQUE, ImagePlusVolumes.worldFromVoxel( new Duplicator().run( image ) ) );
		image.setRoi( 2, 1, 3, 2 );
		final ImagePlus part = new Duplicator().run( image );
		// What Image>Duplicate... and Image>Crop do to the calibration.
		part.getCalibration().xOrigin -= 2;
		part.getCalibration().yOrigin -= 1;
		final Affine3D cropped = ImagePlusVolumes.worldFromVoxel( part );
		assertArrayEquals( SampleVolumes.OBLIQUE.apply( 2, 1, 0 ), cropped.apply( 0, 0, 0 ), 1e-9 );
		assertArrayEquals( SampleVolumes.OBLIQUE.applyToVector( 1, 2, 3 ), cropped.applyToVector( 1, 2, 3 ), 1e-9 );
	}

	@Test
	void aNewSpacingScalesTheKeptDirections()
	{
		final ImagePlus image = ImagePlusVolumes.toImagePlus( "ct", SampleVolumes.floats( SampleVolumes.OBLIQUE ) );
		image.getCalibration().pixelDepth = 3;
		assertEquals( -3, ImagePlusVolumes.worldFromVoxel( image ).get( 2, 2 ), 1e-12 );
	}

	@Test
	void valuesAreCopies()
	{
		final FloatProcessor pixels = new FloatProcessor( 2, 2, new float[] { 1, 2, 3, 4 } );
		final ImagePlus image = new ImagePlus( "image", pixels );
		final Volume< FloatType > volume = ImagePlusVolumes.toVolume( image );
		assertNotSame( pixels.getPixels(), FloatArrays.backing( volume.voxels() ) );
		assertNotSame( pixels.getPixels(), FloatArrays.backing( ImagePlusVolumes.toImages( image ).get( 0 ) ) );
		final float[] values = { 1, 2, 3, 4 };
		final ImagePlus made =
				ImagePlusVolumes.toImagePlus( "made", Volume.floats( new Grid( new int[] { 2, 2, 1 }, Affine3D.IDENTITY ), values ) );
		assertNotSame( values, made.getProcessor().getPixels() );
	}

	@Test
	void calibratedValuesAreTaken()
	{
		final ImagePlus image = new ImagePlus( "ct", new ShortProcessor( 2, 1, new short[] { 0, 1000 }, null ) );
		image.getCalibration().setFunction( Calibration.STRAIGHT_LINE, new double[] { -1024, 2 }, "HU" );
		assertArrayEquals( new float[] { -1024, 976 }, FloatArrays.of( ImagePlusVolumes.toVolume( image ).voxels() ) );
	}

	@Test
	void labelsWithAColorTableAreLabels()
	{
		final ByteProcessor bytes = new ByteProcessor( 2, 1, new byte[] { 7, ( byte ) 200 } );
		final byte[] colors = new byte[ 768 ];
		new Random( 1 ).nextBytes( colors );
		bytes.setLut(
				new LUT( Arrays.copyOf( colors, 256 ), Arrays.copyOfRange( colors, 256, 512 ), Arrays.copyOfRange( colors, 512, 768 ) ) );
		final ImagePlus image = new ImagePlus( "labels", bytes );
		image.setTypeToColor256();
		assertArrayEquals( new float[] { 7, 200 }, FloatArrays.of( ImagePlusVolumes.toLabels( image ).voxels() ) );
	}

	@Test
	void valuesThatAreNoLabelsAreNamed()
	{
		assertTrue( messageOf( () -> ImagePlusVolumes.toLabels( new ImagePlus( "seg", new FloatProcessor( 1, 1, new float[] { 1.5f } ) ) ) )
				.contains( "1.5" ) );
		assertTrue( messageOf(
				() -> ImagePlusVolumes.toLabels( new ImagePlus( "seg", new ShortProcessor( 1, 1, new short[] { 300 }, null ) ) ) )
						.contains( "300" ) );
		assertTrue( messageOf(
				() -> ImagePlusVolumes.toLabels( new ImagePlus( "seg", new FloatProcessor( 1, 1, new float[] { Float.NaN } ) ) ) )
						.contains( "NaN" ) );
	}

	@Test
	void displacementsAreThreeChannels()
	{
		final float[] vectors = new float[ 3 * 60 ];
		for ( int i = 0; i < vectors.length; ++i )
			vectors[ i ] = i;
		final DisplacementField field = DisplacementField.of( new Grid( SampleVolumes.SIZE, SampleVolumes.OBLIQUE ), vectors );
		final ImagePlus image = ImagePlusVolumes.toImagePlus( "displacement", field );
		assertEquals( 3, image.getNChannels() );
		assertEquals( 3, image.getNSlices() );
		image.setPositionWithoutUpdate( 2, 1, 1 );
		// The y component of voxel (1, 0, 0).
		assertEquals( 4, image.getStack().getProcessor( image.getStackIndex( 2, 1, 1 ) ).getf( 1, 0 ) );
		final DisplacementField back = ImagePlusVolumes.toDisplacement( image );
		assertArrayEquals( vectors, FloatArrays.of( back.vectors() ) );
		assertEquals( SampleVolumes.OBLIQUE, back.worldFromVoxel() );
		assertTrue( messageOf( () -> ImagePlusVolumes.toVolume( image ) ).contains( "3 channels" ) );
		assertTrue( messageOf( () -> ImagePlusVolumes.toDisplacement( new ImagePlus( "one", new FloatProcessor( 1, 1 ) ) ) )
				.contains( "1 channels" ) );
	}

	@Test
	void imagesAreSlicesNamedAfterTheirViews()
	{
		final View frontal = view( "frontal" ), lateral = view( "lateral" );
		final RandomAccessibleInterval< FloatType > a = ArrayImgs.floats( new float[] { 1, 2, 3, 4, 5, 6 }, 3, 2 ),
				b = ArrayImgs.floats( new float[] { 7, 8, 9, 10, 11, 12 }, 3, 2 );
		final ImagePlus image = ImagePlusVolumes.toImagePlus( "drr", List.of( a, b ), List.of( frontal, lateral ) );
		assertEquals( 2, image.getStackSize() );
		assertEquals( "lateral", image.getStack().getSliceLabel( 2 ) );
		assertEquals( 0.9, image.getCalibration().pixelWidth );
		assertArrayEquals( new float[] { 7, 8, 9, 10, 11, 12 }, FloatArrays.of( ImagePlusVolumes.toImages( image ).get( 1 ) ) );
		assertTrue( messageOf(
				() -> ImagePlusVolumes.toImagePlus( "drr", List.of( a, ArrayImgs.floats( 2, 2 ) ), List.of( frontal, lateral ) ) )
						.contains( "lateral" ) );
		assertTrue(
				messageOf( () -> ImagePlusVolumes.toImagePlus( "drr", List.of( a ), List.of( frontal, lateral ) ) ).contains( "2 views" ) );
	}

	private static View view( final String name )
	{
		return new View( name, ProjectionMatrix.of( 1000, 0, 0, 0, 0, 1000, 0, 0, 0, 0, 1, 900 ), 3, 2, 0.9, 0.8 );
	}

	@Test
	void framesOfAStackAreItsSlices()
	{
		final ImageStack stack = new ImageStack( 2, 2 );
		for ( int i = 0; i < 5; ++i )
			stack.addSlice( new FloatProcessor( 2, 2 ) );
		final ImagePlus image = new ImagePlus( "movie", stack );
		image.setDimensions( 1, 1, 5 );
		assertEquals( 5, ImagePlusVolumes.toVolume( image ).grid().size()[ 2 ] );
		assertTrue( messageOf( () -> ImagePlusVolumes.toVolume( IJ.createHyperStack( "h", 2, 2, 1, 2, 3, 32 ) ) ).contains( "3 frames" ) );
	}

	@Test
	void missingEmptyAndColorImagesAreRefused()
	{
		assertTrue( messageOf( () -> ImagePlusVolumes.requireImage( null, "atlas" ) ).contains( "atlas" ) );
		assertTrue( messageOf( () -> ImagePlusVolumes.requireImage( new ImagePlus(), "atlas" ) ).contains( "atlas" ) );
		assertThrows( IllegalArgumentException.class, () -> ImagePlusVolumes.toVolume( null ) );
		assertTrue(
				messageOf( () -> ImagePlusVolumes.toVolume( new ImagePlus( "photo", new ColorProcessor( 2, 2 ) ) ) ).contains( "color" ) );
	}

	@Test
	void valuesThatAreNotFiniteAreNamedWithTheirPlace()
	{
		final String message = messageOf(
				() -> ImagePlusVolumes.requireFinite( ArrayImgs.floats( new float[] { 1, 2, 3, Float.NaN, 5, 6 }, 3, 2 ), "atlas" ) );
		assertTrue( message.contains( "NaN" ) && message.contains( "[0, 1]" ) && message.contains( "atlas" ), message );
		ImagePlusVolumes.requireFinite( ArrayImgs.floats( 3, 2 ), "atlas" );
	}

	@Test
	void impossibleCalibrationsAndPropertiesAreRefused()
	{
		final ImagePlus image = new ImagePlus( "odd", new FloatProcessor( 2, 2 ) );
		image.getCalibration().pixelWidth = 0;
		assertTrue( messageOf( () -> ImagePlusVolumes.toVolume( image ) ).contains( "spacing" ) );
		image.getCalibration().pixelWidth = 1;
		for ( final String text : new String[] { "1 2 3", "x", "0 0 0 0 0 0 0 0 0 0 0 0", "NaN 0 0 0 0 1 0 0 0 0 1 0" } )
		{
			image.setProp( ImagePlusVolumes.WORLD_FROM_VOXEL, text );
			assertTrue( messageOf( () -> ImagePlusVolumes.toVolume( image ) ).contains( text ) );
		}
	}
}
