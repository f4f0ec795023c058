/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.raywarp.OutsideData;
import org.raywarp.geometry.TriangleMesh;

class MeshFilesTest
{
	/** Numbers that 32 bits hold. */
	private static final TriangleMesh TETRAHEDRON = new TriangleMesh( new double[] { 0, 0, 0, 1.5, 0, 0, 0, -2.25, 0, 0, 0, 1000.125 },
			new int[] { 0, 2, 1, 0, 1, 3, 1, 2, 3, 2, 0, 3 } );

	private static final String SQUARE = "1 0 0 0\n0 0 0 0\n1 1 0 0\n0 1 0 0\n";

	@TempDir
	Path folder;

	private Path text( final String name, final String content ) throws IOException
	{
		return Files.write( folder.resolve( name ), content.getBytes( StandardCharsets.ISO_8859_1 ) );
	}

	private void assertRefused( final String name, final byte[] content, final String... words ) throws IOException
	{
		final Path file = Files.write( folder.resolve( name ), content );
		SampleVolumes.assertFails( () -> MeshFiles.read( file ), file, words );
	}

	private void assertRefused( final String name, final String content, final String... words ) throws IOException
	{
		assertRefused( name, content.getBytes( StandardCharsets.ISO_8859_1 ), words );
	}

	/** Six times the volume, which a merged or reordered mesh has too. */
	private static double volume( final TriangleMesh mesh )
	{
		double sum = 0;
		final double[] v = mesh.vertices();
		for ( int i = 0; i < mesh.triangles().length; i += 3 )
		{
			final int a = 3 * mesh.triangles()[ i ], b = 3 * mesh.triangles()[ i + 1 ], c = 3 * mesh.triangles()[ i + 2 ];
			sum += v[ a ] * ( v[ b + 1 ] * v[ c + 2 ] - v[ b + 2 ] * v[ c + 1 ] )
					+ v[ a + 1 ] * ( v[ b + 2 ] * v[ c ] - v[ b ] * v[ c + 2 ] )
					+ v[ a + 2 ] * ( v[ b ] * v[ c + 1 ] - v[ b + 1 ] * v[ c ] );
		}
		return sum;
	}

	@ParameterizedTest
	@ValueSource( strings = { "m.stl", "m.ply", "m.obj", "m.stl.gz", "m.ply.gz", "m.obj.gz", "M.STL" } )
	void whatIsWrittenIsRead( final String name ) throws IOException
	{
		final Path file = folder.resolve( name );
		MeshFiles.write( TETRAHEDRON, file );
		final TriangleMesh read = MeshFiles.read( file );
		assertEquals( 4, read.vertexCount() );
		assertEquals( 4, read.triangleCount() );
		assertEquals( volume( TETRAHEDRON ), volume( read ) );
		assertArrayEquals( TETRAHEDRON.bounds(), read.bounds() );
		assertEquals( 1, SampleVolumes.fileCount( folder ) );
	}

	@Test
	void aTextStlIsRead() throws IOException
	{
		final StringBuilder stl = new StringBuilder( "solid a name with facet\r\n" );
		for ( int t = 0; t < 4; ++t )
		{
			stl.append( " facet normal 0 0 0\r\n  outer loop\r\n" );
			for ( int c = 0; c < 3; ++c )
			{
				final int v = 3 * TETRAHEDRON.triangles()[ 3 * t + c ];
				stl.append( "   vertex " + TETRAHEDRON.vertices()[ v ] + " " + TETRAHEDRON.vertices()[ v + 1 ] + "\t"
						+ TETRAHEDRON.vertices()[ v + 2 ] + "\r\n" );
			}
			stl.append( "  endloop\r\n endfacet\r\n" );
		}
		final TriangleMesh read = MeshFiles.read( text( "t.stl", stl + "endsolid a\r\n" ) );
		assertEquals( 4, read.vertexCount() );
		assertEquals( volume( TETRAHEDRON ), volume( read ) );
		assertRefused( "t.stl", stl.toString(), "truncated", "endsolid" );
		assertRefused( "t.stl", stl.toString().replaceFirst( "vertex 0.0", "vertex zero" ) + "endsolid", "line 4", "zero" );
		assertRefused( "t.stl", stl.toString().replaceFirst( "vertex 0.0", "vertex NaN" ) + "endsolid", "NaN" );
		assertRefused( "t.stl", stl.toString().replaceFirst( "   vertex[^\n]*\n", "" ) + "endsolid", "fewer than 3" );
	}

	@Test
	void aBinaryStlThatBeginsWithSolidIsBinary() throws IOException
	{
		final Path file = folder.resolve( "m.stl" );
		MeshFiles.write( TETRAHEDRON, file );
		final byte[] bytes = Files.readAllBytes( file );
		System.arraycopy( "solid facet".getBytes(), 0, bytes, 0, 11 );
		assertEquals( 4, MeshFiles.read( Files.write( file, bytes ) ).triangleCount() );
	}

	@Test
	void trianglesWithEqualCornersAreDropped() throws IOException
	{
		final Path file = folder.resolve( "m.stl" );
		MeshFiles.write( new TriangleMesh( new double[] { 0, 0, 0, 1, 0, 0, 0, 1, 0, -0.0, 0, 0 }, new int[] { 0, 1, 2, 0, 1, 3 } ), file );
		assertEquals( 1, MeshFiles.read( file ).triangleCount() );
		assertEquals( 3, MeshFiles.read( file ).vertexCount() );
	}

	@Test
	void damagedBinaryStlFilesAreRefused() throws IOException
	{
		final Path file = folder.resolve( "m.stl" );
		MeshFiles.write( TETRAHEDRON, file );
		final byte[] bytes = Files.readAllBytes( file );
		for ( final int length : new int[] { 0, 40, 84, 100, bytes.length - 1 } )
			assertRefused( "t.stl", Arrays.copyOf( bytes, length ), "truncated" );
		ByteBuffer.wrap( bytes ).order( ByteOrder.LITTLE_ENDIAN ).putInt( 80, -1 );
		assertRefused( "t.stl", bytes, "4294967295" );
		ByteBuffer.wrap( bytes ).order( ByteOrder.LITTLE_ENDIAN ).putInt( 80, 4 ).putFloat( 96, Float.NaN );
		assertRefused( "t.stl", bytes, "NaN" );
		assertRefused( "t.stl", new byte[ 84 ], "no triangle" );
	}

	@Test
	void objPolygonsAreCutAndUnusedVerticesDropped() throws IOException
	{
		final String obj = "# square\nmtllib x.mtl\nv 9 9 9\nv 0 0 0 1 1 1\nv 1 0 0\nvn 0 0 1\nv 1 1 0\nvt 0 0\nv 0 1 0\n";
		for ( final String face : new String[] { "f 2 3 4 5\n", "f 2/1/1 3//1 4/1 5\n", "f -4 -3 -2 -1\n" } )
		{
			final TriangleMesh mesh = MeshFiles.read( text( "m.obj", obj + "g part\n" + face ) );
			assertEquals( 4, mesh.vertexCount() );
			assertArrayEquals( new int[] { 0, 1, 2, 0, 2, 3 }, mesh.triangles() );
			assertArrayEquals( new double[] { 0, 0, 0, 1, 1, 0 }, mesh.bounds() );
		}
		for ( final String bad : new String[] { "f 1 2 6\n", "f 0 1 2\n", "f 1 2 -6\n", "f 1 2 x\n" } )
			assertRefused( "m.obj", obj + bad, "line 10", "1 to 5" );
		assertRefused( "m.obj", obj + "f 1 2\n", "2 vertices" );
		assertRefused( "m.obj", obj + "v 1 2\n", "line 10", "number" );
		assertRefused( "m.obj", obj, "no triangle" );
	}

	@Test
	void anAsciiPlyIsRead() throws IOException
	{
		final String header =
				"ply\nformat ascii 1.0\ncomment x\nelement vertex 4\nproperty uchar red\nproperty float x\nproperty float y\nproperty double z\n"
						+ "element face 1\nproperty list uchar int vertex_index\nelement edge 1\nproperty list uchar float weights\nend_header\n";
		final TriangleMesh mesh = MeshFiles.read( text( "m.ply", header + SQUARE + "4 0 1 2 3\n2 0.5 0.25" ) );
		assertArrayEquals( new int[] { 0, 1, 2, 0, 2, 3 }, mesh.triangles() );
		assertRefused( "m.ply", header + SQUARE + "4 0 1 2 3", "truncated" );
		assertRefused( "m.ply", header + SQUARE + "4 0 1 2 7\n1 1", "7", "0 to 3" );
		assertRefused( "m.ply", header + SQUARE + "4 0 1 2 -1\n1 1", "-1" );
		assertRefused( "m.ply", header + SQUARE.replace( "1 1 0 0", "1 1 nan 0" ) + "3 0 1 2\n0", "nan" );
		assertRefused( "m.ply", header.replace( "vertex 4", "vertex 1000000000000" ) + SQUARE, "1000000000000", "truncated" );
		assertRefused( "m.ply", header.replace( "ascii", "morse" ), "morse" );
		assertRefused( "m.ply", header.replace( "float x", "string x" ), "string x" );
		assertRefused( "m.ply", header.replace( "float x", "float w" ) + SQUARE + "3 0 1 2\n0", "finite" );
		assertRefused( "m.ply", header.substring( 0, 60 ), "end_header" );
		assertRefused( "m.ply", "plywood", "end_header" );
	}

	@ParameterizedTest
	@ValueSource( booleans = { true, false } )
	void aBinaryPlyIsReadInBothByteOrders( final boolean big ) throws IOException
	{
		final String header = "ply\nformat binary_" + ( big ? "big" : "little" )
				+ "_endian 1.0\nelement vertex 4\nproperty ushort flag\nproperty float x\n"
				+ "property float y\nproperty float z\nelement face 2\nproperty list uint8 uint32 vertex_indices\nproperty short group\nend_header\n";
		final ByteBuffer b = ByteBuffer.allocate( 200 ).order( big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN );
		for ( int v = 0; v < 4; ++v )
			b.putShort( ( short ) 1 ).putFloat( v ).putFloat( v * v ).putFloat( 1 - v );
		b.put( ( byte ) 3 ).putInt( 0 ).putInt( 1 ).putInt( 2 ).putShort( ( short ) 5 );
		b.put( ( byte ) 3 ).putInt( 0 ).putInt( 2 ).putInt( 3 ).putShort( ( short ) 5 );
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write( header.getBytes( StandardCharsets.US_ASCII ) );
		out.write( b.array(), 0, b.position() );
		final TriangleMesh mesh = MeshFiles.read( Files.write( folder.resolve( "m.ply" ), out.toByteArray() ) );
		assertArrayEquals( new int[] { 0, 1, 2, 0, 2, 3 }, mesh.triangles() );
		assertArrayEquals( new double[] { 3, 9, -2 }, Arrays.copyOfRange( mesh.vertices(), 9, 12 ) );
		for ( int length = header.length(); length < out.size(); ++length )
			assertRefused( "t.ply", Arrays.copyOf( out.toByteArray(), length ), "truncated" );
	}

	@Test
	void truncatedAndDamagedGzipIsRefused() throws IOException
	{
		final Path file = folder.resolve( "m.stl.gz" );
		MeshFiles.write( TETRAHEDRON, file );
		final byte[] bytes = Files.readAllBytes( file );
		assertRefused( "t.stl.gz", Arrays.copyOf( bytes, bytes.length - 4 ), "truncated" );
		assertRefused( "t.stl.gz", "solid".getBytes(), "damaged" );
	}

	@Test
	void otherFilesAreRefusedAndLeftAlone() throws IOException
	{
		assertRefused( "m.vtk", "x", ".stl" );
		final Path missing = folder.resolve( "missing.stl" ), odd = folder.resolve( "m.xyz" ), nowhere = folder.resolve( "no/m.stl" );
		SampleVolumes.assertFails( () -> MeshFiles.read( missing ), missing, "does not exist" );
		SampleVolumes.assertFails( () -> MeshFiles.write( TETRAHEDRON, odd ), odd, ".stl" );
		SampleVolumes.assertFails( () -> MeshFiles.write( TETRAHEDRON, nowhere ), nowhere, "folder" );
		assertEquals( 1, SampleVolumes.fileCount( folder ) );
	}

	@Test
	void aRealFemurIsAClosedSurface() throws IOException
	{
		final TriangleMesh femur = MeshFiles.read( OutsideData.folder( "data/libhip_proximal_femora" ).resolve( "m3_rfemur_mm.stl.gz" ) );
		// A closed surface of genus 0: Euler characteristic V - E + F = 2 with E = 3 F / 2.
		assertEquals( 2, femur.vertexCount() - femur.triangleCount() / 2 );
		// The data's description says 146 to 241 cm3.
		assertTrue( volume( femur ) / 6000 > 146 && volume( femur ) / 6000 < 242, "cm3: " + volume( femur ) / 6000 );
	}

	@Test
	void aRealObjLosesItsUnusedVertices() throws IOException
	{
		final TriangleMesh femur = MeshFiles.read( OutsideData.folder( "data/bmftoolkit_vhf_bones" ).resolve( "FemurR.obj" ) );
		assertEquals( 14694, femur.triangleCount() );
		assertEquals( 2, femur.vertexCount() - femur.triangleCount() / 2 );
	}
}
