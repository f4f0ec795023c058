/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.raywarp.deformation.DisplacementField;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.View;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.io.Opener;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * The one converter between {@link ImagePlus} and RayWarp's volumes, labels, image stacks and displacement fields. Both
 * directions copy the values: the source is never changed, and images share no memory with volumes.
 * <p>
 * The calibration of an {@code ImagePlus} keeps spacing (in mm; other units of length are converted, anything else is
 * taken as mm) and origin: world = (index - origin) x spacing. It cannot hold directions, so a
 * {@code worldFromVoxel} that is not axis-aligned and positive is also kept as the image property
 * {@value #WORLD_FROM_VOXEL}, 12 numbers row by row, which ImageJ copies with the image and saves in TIFF files. Where
 * both are there, directions come from the property, and spacing and origin from the calibration, which is what ImageJ
 * changes when an image is cropped or scaled.
 */
public final class ImagePlusVolumes
{
	/** The image property that holds the affine map, 12 numbers row by row separated by spaces. */
	public static final String WORLD_FROM_VOXEL = "RayWarp_worldFromVoxel";

	private ImagePlusVolumes()
	{}

	/**
	 * @param image
	 *            an image from a user, perhaps none at all
	 * @param role
	 *            what the image is for, such as {@code atlas}
	 * @return the image
	 * @throws IllegalArgumentException
	 *             if the image is null or has no pixels
	 */
	public static ImagePlus requireImage( final ImagePlus image, final String role )
	{
		if ( image == null || image.getWidth() < 1 || image.getHeight() < 1 || image.getStackSize() < 1 || image.getProcessor() == null )
			throw new IllegalArgumentException(
					"The image for \"" + role + "\" is missing or empty; expected one with at least one pixel." );
		return image;
	}

	/**
	 * @param values
	 *            any image
	 * @param role
	 *            what the image is for, such as {@code atlas}
	 * @throws IllegalArgumentException
	 *             if a value is NaN or infinite
	 */
	public static void requireFinite( final RandomAccessibleInterval< FloatType > values, final String role )
	{
		final float[] v = FloatArrays.of( values );
		for ( int i = 0; i < v.length; ++i )
			if ( !Float.isFinite( v[ i ] ) )
				throw new IllegalArgumentException( "The image for \"" + role + "\" has the value " + v[ i ] + " at "
						+ position( i, values.dimensionsAsLongArray() ) + "; expected finite values." );
	}

	/**
	 * @param image
	 *            a stack of gray values in one channel; calibrated values (HU) where it has a calibration function
	 * @return a copy as a volume with its world frame
	 * @throws IllegalArgumentException
	 *             if the image is empty, in color, or has several channels, or slices and frames
	 */
	public static Volume< FloatType > toVolume( final ImagePlus image )
	{
		final Volume< FloatType > volume = toChannels( image );
		if ( volume.channels() != 1 )
			throw new IllegalArgumentException( named( image ) + " has " + volume.channels() + " channels; expected one." );
		return volume;
	}

	/**
	 * @param image
	 *            a stack of gray values, of any number of channels
	 * @return a copy as a volume; over (x, y, z, channel) where there is more than one channel
	 * @throws IllegalArgumentException
	 *             if the image is empty, in color, or has both slices and frames
	 */
	public static Volume< FloatType > toChannels( final ImagePlus image )
	{
		final int channels = requireImage( image, title( image ) ).getNChannels(), depth = depth( image );
		final int[] size = { image.getWidth(), image.getHeight(), depth };
		final Grid grid = new Grid( size, worldFromVoxel( image ) );
		final float[] values = new float[ Math.multiplyExact( grid.voxelCount(), channels ) ];
		final int area = size[ 0 ] * size[ 1 ];
		for ( int c = 0; c < channels; ++c )
			for ( int z = 0; z < depth; ++z )
				System.arraycopy( pixels( image, z * channels + c + 1 ), 0, values, ( c * depth + z ) * area, area );
		if ( channels == 1 )
			return Volume.floats( grid, values );
		return new Volume<>( ArrayImgs.floats( values, size[ 0 ], size[ 1 ], depth, channels ), grid.worldFromVoxel() );
	}

	/**
	 * @param image
	 *            a stack of whole numbers from 0 to 255 in one channel, of any type
	 * @return a copy as labels with their world frame
	 * @throws IllegalArgumentException
	 *             as {@link #toVolume}, and if a value is not a label
	 */
	public static Volume< UnsignedByteType > toLabels( final ImagePlus image )
	{
		return Labels.of( toVolume( image ), named( image ) );
	}

	/**
	 * @param image
	 *            one image or a stack of images
	 * @return a copy of every slice over (column, row), in the order of the stack
	 * @throws IllegalArgumentException
	 *             if the image is empty or in color
	 */
	public static List< RandomAccessibleInterval< FloatType > > toImages( final ImagePlus image )
	{
		requireImage( image, title( image ) );
		final List< RandomAccessibleInterval< FloatType > > images = new ArrayList<>();
		for ( int s = 1; s <= image.getStackSize(); ++s )
			images.add( ArrayImgs.floats( pixels( image, s ).clone(), image.getWidth(), image.getHeight() ) );
		return images;
	}

	/**
	 * @param image
	 *            a stack of three channels: x, y and z of displacements in the world, in mm
	 * @return a copy as a field
	 * @throws IllegalArgumentException
	 *             if the image is empty, in color, or has not three channels
	 */
	public static DisplacementField toDisplacement( final ImagePlus image )
	{
		final Volume< FloatType > volume = toChannels( image );
		if ( volume.channels() != 3 )
			throw new IllegalArgumentException( named( image ) + " has " + volume.channels()
					+ " channels; expected 3, the x, y and z displacement in mm." );
		final float[] planar = FloatArrays.of( volume.voxels() ), vectors = new float[ planar.length ];
		final int n = planar.length / 3;
		for ( int i = 0; i < n; ++i )
			for ( int c = 0; c < 3; ++c )
				vectors[ 3 * i + c ] = planar[ c * n + i ];
		return DisplacementField.of( volume.grid(), vectors );
	}

	/**
	 * @param title
	 *            of the image
	 * @param volume
	 *            of any type
	 * @return a copy: 8 bits where the volume has {@link UnsignedByteType}, else 32 bits; channels become channels
	 */
	public static ImagePlus toImagePlus( final String title, final Volume< ? extends RealType< ? > > volume )
	{
		final int[] size = volume.grid().size();
		final int channels = volume.channels(), area = size[ 0 ] * size[ 1 ];
		final float[] values = FloatArrays.of( volume.voxels() );
		final boolean bytes = volume.voxels().getType() instanceof UnsignedByteType;
		final ImageStack stack = new ImageStack( size[ 0 ], size[ 1 ] );
		for ( int z = 0; z < size[ 2 ]; ++z )
			for ( int c = 0; c < channels; ++c )
			{
				final int from = ( c * size[ 2 ] + z ) * area;
				stack.addSlice( processor( Arrays.copyOfRange( values, from, from + area ), size[ 0 ], size[ 1 ], bytes ) );
			}
		final ImagePlus image = hyperstack( title, stack, channels, size[ 2 ] );
		setWorldFromVoxel( image, volume.worldFromVoxel() );
		return image;
	}

	/**
	 * @param title
	 *            of the image
	 * @param field
	 *            a displacement field
	 * @return a copy as a stack of three channels, x, y and z in mm
	 */
	public static ImagePlus toImagePlus( final String title, final DisplacementField field )
	{
		final RandomAccessibleInterval< FloatType > planar = Views.moveAxis( field.vectors(), 0, 3 );
		return toImagePlus( title, new Volume<>( planar, field.worldFromVoxel() ) );
	}

	/**
	 * @param title
	 *            of the image
	 * @param images
	 *            over (column, row), all of one size
	 * @param views
	 *            their views in the same order: they name the slices, and the first gives the pixel spacing
	 * @return a copy as a stack, one slice a view
	 * @throws IllegalArgumentException
	 *             if there is no image, not one view an image, or the images differ in size
	 */
	public static ImagePlus toImagePlus( final String title, final List< ? extends RandomAccessibleInterval< FloatType > > images,
			final List< View > views )
	{
		if ( images.isEmpty() || images.size() != views.size() )
			throw new IllegalArgumentException( "A stack of images has one view an image, not " + views.size() + " views for "
					+ images.size() + " images." );
		final long[] size = images.get( 0 ).dimensionsAsLongArray();
		final ImageStack stack = new ImageStack( ( int ) size[ 0 ], ( int ) size[ 1 ] );
		for ( int i = 0; i < images.size(); ++i )
		{
			if ( !Arrays.equals( size, images.get( i ).dimensionsAsLongArray() ) )
				throw new IllegalArgumentException( "The views of one stack have one detector size: \"" + views.get( i ).name() + "\" has "
						+ Arrays.toString( images.get( i ).dimensionsAsLongArray() ) + " pixels, not " + Arrays.toString( size ) + "." );
			stack.addSlice( views.get( i ).name(),
					processor( FloatArrays.of( images.get( i ) ).clone(), ( int ) size[ 0 ], ( int ) size[ 1 ], false ) );
		}
		final ImagePlus image = hyperstack( title, stack, 1, images.size() );
		final Calibration calibration = image.getCalibration();
		calibration.setUnit( "mm" );
		calibration.pixelWidth = views.get( 0 ).pixelSpacingX();
		calibration.pixelHeight = views.get( 0 ).pixelSpacingY();
		return image;
	}

	/**
	 * @param image
	 *            any image
	 * @return its voxel indices to the world in mm, from its calibration and its property {@value #WORLD_FROM_VOXEL}
	 * @throws IllegalArgumentException
	 *             if the calibration or the property is not an invertible map
	 */
	public static Affine3D worldFromVoxel( final ImagePlus image )
	{
		return CalibratedFrame.worldFromVoxel( image.getCalibration(), image.getProp( WORLD_FROM_VOXEL ), named( image ) );
	}

	/**
	 * Puts a world frame on an image: spacing and origin into its calibration, and the whole map into its property where
	 * the calibration cannot hold it.
	 *
	 * @param image
	 *            receives the frame
	 * @param worldFromVoxel
	 *            voxel indices to the world in mm
	 */
	public static void setWorldFromVoxel( final ImagePlus image, final Affine3D worldFromVoxel )
	{
		image.setProp( WORLD_FROM_VOXEL, CalibratedFrame.write( worldFromVoxel, image.getCalibration() ) );
	}

	/** Opens a TIFF file that the caller has checked. */
	static Volume< FloatType > openTiff( final Path file ) throws IOException
	{
		final Opener opener = new Opener();
		opener.setSilentMode( true );
		final Path path = file.toAbsolutePath();
		final ImagePlus image = opener.openTiff( path.getParent() + File.separator, path.getFileName().toString() );
		if ( image == null || image.getWidth() < 1 )
			throw new IOException( file + " could not be opened by ImageJ; expected a TIFF file of gray values." );
		return toChannels( image );
	}

	/** Writes a TIFF file with calibration and properties. */
	static void saveTiff( final Volume< ? extends RealType< ? > > volume, final Path file ) throws IOException
	{
		final ImagePlus image = toImagePlus( file.getFileName().toString(), volume );
		final FileSaver saver = new FileSaver( image );
		final String path = file.toAbsolutePath().toString();
		if ( !( image.getStackSize() > 1 ? saver.saveAsTiffStack( path ) : saver.saveAsTiff( path ) ) )
			throw new IOException( file + " could not be written by ImageJ as TIFF." );
	}

	private static int depth( final ImagePlus image )
	{
		final int slices = image.getNSlices(), frames = image.getNFrames();
		if ( slices > 1 && frames > 1 )
			throw new IllegalArgumentException(
					named( image ) + " has " + slices + " slices and " + frames + " frames; expected a single volume." );
		return slices * frames;
	}

	private static float[] pixels( final ImagePlus image, final int slice )
	{
		if ( image.getType() == ImagePlus.COLOR_RGB )
			throw new IllegalArgumentException( named( image ) + " is in color; expected gray values." );
		final ImageProcessor ip = image.getStack().getProcessor( slice );
		ip.setCalibrationTable( image.getCalibration().getCTable() );
		return ( float[] ) ip.convertToFloat().getPixels();
	}

	private static ImageProcessor processor( final float[] values, final int width, final int height, final boolean bytes )
	{
		if ( !bytes )
			return new FloatProcessor( width, height, values );
		final byte[] labels = new byte[ values.length ];
		for ( int i = 0; i < labels.length; ++i )
			labels[ i ] = ( byte ) ( int ) values[ i ];
		return new ByteProcessor( width, height, labels );
	}

	private static ImagePlus hyperstack( final String title, final ImageStack stack, final int channels, final int depth )
	{
		final ImagePlus image = new ImagePlus( title, stack );
		image.setDimensions( channels, depth, 1 );
		if ( channels == 1 )
		{
			showWholeRange( image, 1, 1 );
			return image;
		}
		final CompositeImage composite = new CompositeImage( image, CompositeImage.GRAYSCALE );
		composite.setOpenAsHyperStack( true );
		for ( int c = channels; c >= 1; --c )
		{
			composite.setPositionWithoutUpdate( c, 1, 1 );
			showWholeRange( composite, c, channels );
		}
		return composite;
	}

	/** Displays from the least to the greatest value of all slices, labels from 0: ImageJ looks at the first slice only. */
	private static void showWholeRange( final ImagePlus image, final int channel, final int channels )
	{
		double least = image.getBitDepth() == 8 ? 0 : Double.POSITIVE_INFINITY, most = Double.NEGATIVE_INFINITY;
		for ( int s = channel; s <= image.getStackSize(); s += channels )
		{
			final ImageProcessor ip = image.getStack().getProcessor( s );
			for ( int i = 0; i < ip.getPixelCount(); ++i )
				if ( Float.isFinite( ip.getf( i ) ) )
				{
					least = Math.min( least, ip.getf( i ) );
					most = Math.max( most, ip.getf( i ) );
				}
		}
		if ( least < most )
			image.setDisplayRange( least, most );
	}

	private static String position( final int index, final long[] size )
	{
		final long[] p = new long[ size.length ];
		long rest = index;
		for ( int d = 0; d < p.length; rest /= size[ d++ ] )
			p[ d ] = rest % size[ d ];
		return Arrays.toString( p );
	}

	private static String title( final ImagePlus image )
	{
		return image == null ? "image" : image.getTitle();
	}

	private static String named( final ImagePlus image )
	{
		return "The image \"" + image.getTitle() + "\"";
	}
}
