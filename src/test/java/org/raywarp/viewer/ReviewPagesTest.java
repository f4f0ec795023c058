/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.raywarp.dataset.StandardViews;
import org.raywarp.deformation.Deformations;
import org.raywarp.deformation.DisplacementField;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.View;
import org.raywarp.registration.Radiograph;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Progress;
import org.raywarp.volume.Volume;

import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * What the pages of a review show, against values that are known.
 */
class ReviewPagesTest
{
	private static final View VIEW = StandardViews.orthogonal( GridSize.QUARTER ).get( 0 );

	/** A projection with a bone in its middle, and the X-ray 2 d + 0.3 of it. */
	private static ViewComparison comparison( final float added )
	{
		final int w = VIEW.columns(), h = VIEW.rows();
		final float[] drr = new float[ w * h ], xray = new float[ w * h ];
		for ( int i = 0; i < drr.length; ++i )
		{
			drr[ i ] = i % w > w / 4 && i % w < 3 * w / 4 ? 1 + i / w : 0;
			xray[ i ] = 2 * drr[ i ] + 0.3f + ( i / w == h / 2 ? added : 0 );
		}
		return ViewComparison.of( new Radiograph( ArrayImgs.floats( xray, w, h ), null, VIEW ), ArrayImgs.floats( drr, w, h ) );
	}

	@Test
	void intensitiesAreFittedByALine()
	{
		final ViewComparison comparison = comparison( 0 );
		assertEquals( 1, comparison.correlation(), 1e-6 );
		assertEquals( 0.3, comparison.beside(), 1e-4 );
		for ( int i = 0; i < comparison.matched().length; ++i )
		{
			final float difference = comparison.difference()[ i ];
			if ( comparison.compared()[ i ] )
				assertEquals( 0, difference, 1e-3 );
			else
				assertTrue( Float.isNaN( difference ) );
		}
		assertTrue( comparison( 5 ).correlation() < 1 );
	}

	@Test
	void swipeAndCheckerboardTakeEachPixelFromOneOfTheTwo()
	{
		final ViewComparison comparison = comparison( 50 );
		final int w = VIEW.columns(), row = VIEW.rows() / 2;
		final float[] radiograph = FloatArrays.of( comparison.swipe( 1 ).image() ), drr = FloatArrays.of( comparison.swipe( 0 ).image() ),
				half = FloatArrays.of( comparison.swipe( 0.5 ).image() ), board = FloatArrays.of( comparison.checkerboard( 4 ).image() );
		final int side = ( int ) Math.ceil( Math.min( w, VIEW.rows() ) / 4.0 );
		for ( int i = 0; i < half.length; ++i )
		{
			assertEquals( i % w < w / 2 ? radiograph[ i ] : drr[ i ], half[ i ] );
			assertEquals( ( i % w / side + i / w / side ) % 2 == 0 ? radiograph[ i ] : drr[ i ], board[ i ] );
		}
		// Where the X-ray was changed the two differ.
		assertTrue( radiograph[ row * w + w / 2 ] - drr[ row * w + w / 2 ] > 0.1 );
	}

	/** However the axes of a grid run, the slices look alike. */
	@ParameterizedTest
	@EnumSource( AnatomicalSlices.Plane.class )
	void slicesLieAsThePatientDoes( final AnatomicalSlices.Plane plane )
	{
		final Grid lps = new Grid( new int[] { 4, 5, 6 }, Affine3D.of( 2, 0, 0, 1, 0, 3, 0, 2, 0, 0, 1, 3 ) );
		// x runs along -z, y along -x, z along y.
		final Grid turned = new Grid( new int[] { 6, 4, 5 }, Affine3D.of( 0, -2, 0, 7, 0, 0, 3, 2, -1, 0, 0, 8 ) );
		final AnatomicalSlices a = AnatomicalSlices.of( lps, plane ), b = AnatomicalSlices.of( turned, plane );
		assertEquals( a.count(), b.count() );
		final boolean reversed = plane != AnatomicalSlices.Plane.CORONAL;
		for ( int i = 0; i < a.count(); ++i )
			assertArrayEquals( FloatArrays.of( a.slice( i, v -> place( lps, v ) ) ),
					FloatArrays.of( b.slice( reversed ? a.count() - 1 - i : i, v -> place( turned, v ) ) ), 1e-5f );
		assertEquals( a.pixelWidth(), b.pixelWidth(), 1e-9 );
		assertEquals( a.pixelHeight(), b.pixelHeight(), 1e-9 );
		final float[] first = FloatArrays.of( a.slice( 0, v -> place( lps, v ) ) );
		final int width = lps.size()[ plane.worldAcross() ];
		// To the right is left or posterior; down is inferior, or posterior in axial slices.
		assertTrue( first[ 1 ] > first[ 0 ] );
		assertEquals( plane == AnatomicalSlices.Plane.AXIAL, first[ width ] > first[ 0 ] );
	}

	/** A number that tells where in the world a voxel lies. */
	private static double place( final Grid grid, final int voxel )
	{
		final int[] n = grid.size();
		final double[] x = grid.worldFromVoxel().apply( voxel % n[ 0 ], voxel / n[ 0 ] % n[ 1 ], voxel / ( n[ 0 ] * n[ 1 ] ) );
		return x[ 0 ] + 20 * x[ 1 ] + 400 * x[ 2 ];
	}

	@Test
	void linesOfARampLieAtItsMultiples()
	{
		final float[] ramp = new float[ 30 * 7 ];
		for ( int i = 0; i < ramp.length; ++i )
			ramp[ i ] = 3 * ( i % 30 ) + 1;
		final TreeSet< Double > columns = new TreeSet<>();
		final double[] at = new double[ 6 ];
		for ( PathIterator path = Contours.multiples( ArrayImgs.floats( ramp, 30, 7 ), 20 ).getPathIterator( null ); !path.isDone();
				path.next() )
		{
			path.currentSegment( at );
			columns.add( Math.round( at[ 0 ] * 1e6 ) / 1e6 );
		}
		assertEquals( List.of( 6.333333, 13.0, 19.666667, 26.333333 ), new ArrayList<>( columns ) );
	}

	@Test
	void foldedVoxelsAreCountedAndMarked()
	{
		final Grid grid = GridSize.QUARTER.grid();
		final float[] u = new float[ 3 * grid.voxelCount() ];
		final byte[] labels = new byte[ grid.voxelCount() ];
		final int[] n = grid.size();
		int inside = 0;
		for ( int i = 0; i < labels.length; ++i )
		{
			// x + u = -x in a slab: folded; at its borders it jumps, and the central differences there with it.
			final double x = grid.worldFromVoxel().apply( i % n[ 0 ], 0, 0 )[ 0 ];
			u[ 3 * i ] = ( float ) ( Math.abs( x ) < 20 ? -2 * x : 0.1 * x );
			labels[ i ] = ( byte ) ( Math.abs( x ) < 10 ? 1 : 0 );
			inside += labels[ i ];
		}
		final Volume< UnsignedByteType > bone = Volume.labels( grid, labels );
		final JacobianSummary summary = JacobianSummary.of( DisplacementField.of( grid, u ), bone );
		assertEquals( inside, summary.sorted().length );
		assertEquals( -1, summary.quantile( 0.5 ), 1e-4 );
		assertTrue( summary.foldedVoxels() >= inside );
		final float[] all = FloatArrays.of( summary.determinant().voxels() );
		assertEquals( 1.1, all[ all.length - 2 ], 1e-4 );
		final BufferedImage map = new SlicePages( new ReviewCase( List.of( comparison( 0 ).radiograph() ), List.of(),
				new ReviewCase.Bone( "bone", bone, Optional.empty() ), Optional.empty(), Optional.empty(), Optional.empty() ) )
						.jacobian( summary )
						.draw( 200 );
		int marked = 0;
		for ( int i = 0; i < map.getWidth() * map.getHeight(); ++i )
			marked += map.getRGB( i % map.getWidth(), i / map.getWidth() ) == ColorScale.FOLDED ? 1 : 0;
		assertTrue( marked > 1000, marked + " pixels are marked" );
	}

	@Test
	void colorsRunFromEndToEnd()
	{
		final ColorScale ratios = ColorScale.ratios( 2, "" );
		assertEquals( 0xff3b4cc0, ratios.argb( 0.5 ) );
		assertEquals( 0xffdddddd, ratios.argb( 1 ) );
		assertEquals( 0xffb40426, ratios.argb( 7 ) );
		assertEquals( ColorScale.FOLDED, ratios.argb( 0 ) );
		assertEquals( ColorScale.NOTHING, ratios.argb( Double.NaN ) );
		assertEquals( Math.sqrt( 2 ), ratios.value( 0.75 ), 1e-12 );
		assertThrows( IllegalArgumentException.class, () -> ColorScale.differences( 0, "" ) );
	}

	@Test
	void aPageIsDrawnForWhateverIsThere()
	{
		final byte[] labels = new byte[ GridSize.QUARTER.grid().voxelCount() ];
		for ( int i = 0; i < labels.length; ++i )
			labels[ i ] =
					( byte ) ( Math.abs( i % 48 - 24 ) < 6 && Math.abs( i / 48 % 32 - 16 ) < 6 && Math.abs( i / 1536 - 24 ) < 6 ? 1 : 0 );
		final ReviewCase.Bone bone = new ReviewCase.Bone( "bone", Volume.labels( GridSize.QUARTER.grid(), labels ), Optional.empty() );
		final Radiograph radiograph = comparison( 0 ).radiograph();
		final Review least = Review.of( new ReviewCase( List.of( radiograph ), List.of(), bone, Optional.empty(), Optional.empty(),
				Optional.empty() ), Progress.NONE );
		assertEquals( List.of( "X-rays", "Swipe", "Checkerboard", "Difference", "Slices" ),
				least.pages().stream().map( ReviewPage::title ).toList() );
		final Review most = Review.of( new ReviewCase( List.of( radiograph, radiograph ), List.of(), bone,
				Optional.of( Deformations.ofAffine( Affine3D.IDENTITY, bone.labels().grid() ) ), Optional.of( bone ), Optional.of( bone ) ),
				Progress.NONE );
		assertEquals( List.of( "X-rays", "Swipe", "Checkerboard", "Difference", "Slices", "Jacobian", "Surface distance" ),
				most.pages().stream().map( ReviewPage::title ).toList() );
		for ( final ReviewPage page : most.pages() )
			assertTrue( page.draw( 90 ).getHeight() >= 90, page.title() );
		assertEquals( 1, most.metrics().get( 0 ).dice() );
		assertTrue( most.surface().orElseThrow().text().contains( "mean 0.00 mm" ) );
	}

	@Test
	void noTextOfAPageIsTakenForMarkup()
	{
		final HtmlPage page = new HtmlPage( "<b>&\"'" );
		page.paragraph( "verdict", "a < b\u0000\u0007" );
		page.table( List.of( List.of( "<td>" ), List.of( "</table>" ) ) );
		final String html = page.toString();
		assertTrue( html.contains( "<h1>&#60;b&#62;&#38;&#34;&#39;</h1>" ) );
		assertTrue( html.contains( "a &#60; b</p>" ) );
		assertTrue( html.contains( "<th>&#60;td&#62;</th>" ) && html.contains( "<td>&#60;/table&#62;</td>" ) );
		assertEquals( "Verdict: fits", CaseReport.verdict( "model x\n  Verdict: fits  \n" ) );
		assertEquals( "", CaseReport.verdict( "no verdict" ) );
	}

	@Test
	void panelsToScaleHaveEqualPixelsPerMillimeter()
	{
		final Panel high = new Panel( "", ArrayImgs.floats( 10, 40 ), 1, 2, Map.of() ),
				low = new Panel( "", ArrayImgs.floats( 20, 20 ), 2, 1, Map.of() );
		// 80 mm are 160 pixels: widths of 10 and 40 mm are 20 and 80.
		assertEquals( 20 + 80 + 3 * 8, Picture.drawToScale( List.of( high, low ), 160 ).getWidth() );
	}
}
