/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.Consumer;

import org.raywarp.volume.Grid;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;

/**
 * The CT in its window: where it is clicked, and a mark at a point. Its pixels, its selection and what else lies over it stay
 * as they are. Used by the event thread.
 */
final class CtMarks extends MouseAdapter implements AutoCloseable
{
	private final ImagePlus image;

	private final Grid grid;

	private final Consumer< double[] > clicked;

	private final ImageCanvas canvas;

	private Roi mark;

	private int pressedX, pressedY;

	/**
	 * @param image
	 *            the CT
	 * @param grid
	 *            where its voxels lie
	 * @param clicked
	 *            hears of points of the world, in mm
	 */
	CtMarks( final ImagePlus image, final Grid grid, final Consumer< double[] > clicked )
	{
		this.image = image;
		this.grid = grid;
		this.clicked = clicked;
		canvas = image.getCanvas();
		if ( canvas != null )
			canvas.addMouseListener( this );
	}

	@Override
	public void mousePressed( final MouseEvent e )
	{
		pressedX = e.getX();
		pressedY = e.getY();
	}

	@Override
	public void mouseReleased( final MouseEvent e )
	{
		// A drag is a selection.
		if ( Math.abs( e.getX() - pressedX ) > 2 || Math.abs( e.getY() - pressedY ) > 2 || e.isPopupTrigger() )
			return;
		// ImageJ counts from the corner of a pixel, the world from its center.
		clicked.accept( grid.worldFromVoxel().apply( canvas.offScreenXD( e.getX() ) - 0.5, canvas.offScreenYD( e.getY() ) - 0.5,
				image.getCurrentSlice() - 1 ) );
	}

	/**
	 * Marks a point, and shows its slice.
	 *
	 * @param world
	 *            in mm, or null for no mark
	 */
	void show( final double[] world )
	{
		remove();
		if ( world == null || image.getCanvas() == null )
			return;
		final double[] voxel = grid.worldFromVoxel().inverse().apply( world );
		final int slice = 1 + ( int ) Math.round( voxel[ 2 ] );
		if ( slice >= 1 && slice <= image.getStackSize() )
		{
			mark = new PointRoi( voxel[ 0 ] + 0.5, voxel[ 1 ] + 0.5, "large red cross" );
			mark.setStrokeColor( Marks.POINT );
			mark.setPosition( slice );
			final Overlay overlay = image.getOverlay() == null ? new Overlay() : image.getOverlay();
			overlay.add( mark );
			image.setSlice( slice );
			image.setOverlay( overlay );
		}
	}

	private void remove()
	{
		if ( mark != null && image.getOverlay() != null )
		{
			image.getOverlay().remove( mark );
			if ( image.getOverlay().size() == 0 )
				image.setOverlay( null );
			image.updateAndDraw();
		}
		mark = null;
	}

	@Override
	public void close()
	{
		remove();
		if ( canvas != null )
			canvas.removeMouseListener( this );
	}
}
