package org.raywarp.network;

import java.util.*;
import org.raywarp.deformation.*;
import org.raywarp.geometry.*;
import org.raywarp.registration.*;
import org.raywarp.volume.*;
import net.imglib2.img.array.ArrayImgs;

public class Probe
{
	static float[] ellipsoid( Grid g, Affine3D inv, double a, double b, double c, double bend )
	{
		int[] n = g.size();
		float[] v = new float[ g.voxelCount() ];
		int i = 0;
		for ( int z = 0; z < n[ 2 ]; z++ )
			for ( int y = 0; y < n[ 1 ]; y++ )
				for ( int x = 0; x < n[ 0 ]; x++ )
				{
					double[] p = inv.apply( g.worldFromVoxel().apply( x, y, z ) );
					p[ 0 ] += bend * Math.sin( p[ 2 ] / 30 );
					double q = Math.sqrt( p[ 0 ] * p[ 0 ] / a / a + p[ 1 ] * p[ 1 ] / b / b + p[ 2 ] * p[ 2 ] / c / c );
					v[ i++ ] = ( float ) ( 1.5 / ( 1 + Math.exp( ( q - 1 ) * 12 ) ) );
				}
		return v;
	}

	static Radiograph radiograph( Volume< net.imglib2.type.numeric.real.FloatType > vol, View view )
	{
		BeamCoordinates b = BeamCoordinates.covering( view, vol.grid().size(), vol.worldFromVoxel(), 48 );
		int w = view.columns(), h = view.rows();
		float[] f = new float[ w * h ];
		var r = vol.interpolant().realRandomAccess();
		Affine3D inv = vol.worldFromVoxel().inverse();
		double s = 0;
		for ( int j = 0; j < h; j++ )
			for ( int i = 0; i < w; i++ )
			{
				double sum = 0;
				for ( int k = 0; k < 48; k++ )
				{
					double[] p = inv.apply( b.worldFromBeam( i, j, k ) );
					r.setPosition( p );
					sum += r.get().get();
				}
				f[ j * w + i ] = ( float ) sum * .05f;
			}
		return new Radiograph( ArrayImgs.floats( f, w, h ), null, view );
	}

	public static void main( String[] a ) throws Exception
	{
		GridSize size = GridSize.valueOf( a[ 0 ] );
		int steps = Integer.parseInt( a[ 1 ] );
		NetworkConfig c = NetworkConfig.of( size );
		Grid g = c.grid();
		View[] vs = { ConeBeamGeometry.standard( new CArmAngulation( 0, 0 ), c.detectorColumns(), c.detectorRows() ).view( "frontal" ),
				ConeBeamGeometry.standard( new CArmAngulation( 90, 0 ), c.detectorColumns(), c.detectorRows() ).view( "lateral" ) };
		var atlas = Volume.floats( g, ellipsoid( g, Affine3D.IDENTITY, 30, 22, 60, 0 ) );
		Random r = new Random( 3 );
		List< TrainingCase > cases = new ArrayList<>();
		int nc = Integer.parseInt( a[ 2 ] );
		for ( int k = 0; k < nc; k++ )
		{
			Similarity s = new Similarity( r.nextDouble() * 20 - 10, r.nextDouble() * 20 - 10, r.nextDouble() * 20 - 10,
					r.nextDouble() * 10 - 5, r.nextDouble() * 10 - 5, r.nextDouble() * 10 - 5, Math.exp( r.nextGaussian() * .05 ) );
			var subj = Volume.floats( g,
					ellipsoid( g, s.about( 0, 0, 0 ), 30 + r.nextGaussian() * 3, 22 + r.nextGaussian() * 3, 60, r.nextGaussian() * 5 ) );
			cases.add( new TrainingCase( subj, List.of( radiograph( subj, vs[ 0 ] ), radiograph( subj, vs[ 1 ] ) ), Optional.of( s ) ) );
		}
		long t0 = System.nanoTime();
		try ( TrainableNetwork n = new TrainableNetwork( c, new LossWeights( .01, Double.parseDouble( a[ 3 ] ) ), atlas, Device.AUTO, 1 ) )
		{
			System.out.printf( "built %.1f s, %d weights%n", ( System.nanoTime() - t0 ) / 1e9, n.weightCount() );
			double[] m = new double[ 5 ];
			int every = Math.max( 1, steps / 20 );
			long ts = System.nanoTime();
			for ( int i = 1; i <= steps; i++ )
			{
				Losses l = n.step( cases.get( r.nextInt( nc ) ), 3e-4 );
				double[] q = { l.total(), l.affineCorrelation(), l.correlation(), l.roughness(), l.similarityError() };
				for ( int k = 0; k < 5; k++ )
					m[ k ] += q[ k ] / every;
				if ( i % every == 0 )
				{
					System.out.printf( "%d %s %.3f s/step%n", i,
							Arrays.toString( Arrays.stream( m ).mapToObj( d -> String.format( "%.4f", d ) ).toArray() ),
							( System.nanoTime() - ts ) / 1e9 / every );
					Arrays.fill( m, 0 );
					ts = System.nanoTime();
				}
			}
		}
		for ( String l : java.nio.file.Files.readAllLines( java.nio.file.Path.of( "/proc/self/status" ) ) )
			if ( l.startsWith( "VmHWM" ) )
				System.out.println( l );
	}
}
