/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The elements of RTK's geometry as numbers. Document types are passed over, and nothing outside the file is read.
 */
final class RtkXml
{
	private static final String ROOT = "RTKThreeDCircularGeometry", PROJECTION = "Projection", MATRIX = "Matrix",
			CYLINDER = "RadiusCylindricalDetector";

	/** A number is shorter, and a matrix is at most so long. */
	private static final int MAX_TEXT = 4096;

	private final Path file;

	private final XMLStreamReader in;

	private RtkXml( final Path file, final XMLStreamReader in )
	{
		this.file = file;
		this.in = in;
	}

	/**
	 * @param file
	 *            an XML file
	 * @param parameters
	 *            the elements that hold one number
	 * @return of each projection the parameters that are given, for it alone or for all, and its {@code Matrix}
	 * @throws IOException
	 *             if it cannot be read, is no such XML, has an unknown element or one that is no number
	 */
	static List< Map< String, double[] > > read( final Path file, final List< String > parameters ) throws IOException
	{
		final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty( XMLInputFactory.SUPPORT_DTD, false );
		factory.setProperty( XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false );
		try
		{
			return new RtkXml( file, factory.createXMLStreamReader( new StringReader( GeometryCodec.text( file ) ) ) )
					.projections( parameters );
		}
		catch ( final XMLStreamException e )
		{
			throw new IOException( file + " is no valid XML at line " + ( e.getLocation() == null ? 1 : e.getLocation().getLineNumber() )
					+ "; expected the geometry of RTK.", e );
		}
	}

	private List< Map< String, double[] > > projections( final List< String > parameters ) throws XMLStreamException, IOException
	{
		nextTag();
		final String version = in.getAttributeValue( null, "version" );
		if ( !in.getLocalName().equals( ROOT ) || version == null || !version.matches( "[23]" ) )
			throw wrong( "the element " + in.getLocalName() + " with version " + version, ROOT + " with version 2 or 3" );
		final Map< String, double[] > common = new HashMap<>();
		final List< Map< String, double[] > > projections = new ArrayList<>();
		while ( nextTag() == XMLStreamConstants.START_ELEMENT )
			if ( in.getLocalName().equals( PROJECTION ) )
			{
				final Map< String, double[] > own = new HashMap<>( common );
				while ( nextTag() == XMLStreamConstants.START_ELEMENT )
					take( own, parameters );
				projections.add( own );
				if ( projections.size() > GeometryCodec.MAX_VIEWS )
					throw wrong( "one projection more than " + GeometryCodec.MAX_VIEWS, "at most so many" );
			}
			else
				take( common, parameters );
		if ( projections.isEmpty() )
			throw wrong( "the end without a projection", "at least one" );
		return projections;
	}

	/** The next beginning or end of an element: document types, comments and blanks are passed over. */
	private int nextTag() throws XMLStreamException, IOException
	{
		while ( true )
		{
			final int event = in.next();
			if ( event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT )
				return event;
			if ( event == XMLStreamConstants.CHARACTERS && !in.isWhiteSpace() || event == XMLStreamConstants.ENTITY_REFERENCE )
				throw wrong( "a text between its elements", "elements" );
		}
	}

	private void take( final Map< String, double[] > values, final List< String > parameters ) throws XMLStreamException, IOException
	{
		final String name = in.getLocalName();
		final boolean matrix = name.equals( MATRIX ), known = matrix || name.equals( CYLINDER ) || name.startsWith( "Collimation" );
		if ( !known && !parameters.contains( name ) )
			throw wrong( "the element " + name, "one of " + String.join( ", ", parameters ) );
		final StringBuilder text = new StringBuilder();
		while ( in.next() != XMLStreamConstants.END_ELEMENT )
		{
			if ( !in.isCharacters() || text.length() + in.getTextLength() > MAX_TEXT )
				throw wrong( "something else or too much in the element " + name, "numbers" );
			text.append( in.getText() );
		}
		final double[] numbers;
		try
		{
			numbers = Arrays.stream( text.toString().trim().split( "\\s+" ) ).mapToDouble( Double::parseDouble ).toArray();
		}
		catch ( final NumberFormatException e )
		{
			throw wrong( name + " with \"" + text.toString().trim().replaceAll( "\\s+", " " ) + "\"", matrix ? "12 numbers" : "a number" );
		}
		if ( numbers.length != ( matrix ? 12 : 1 ) || !Arrays.stream( numbers ).allMatch( Double::isFinite ) )
			throw wrong( name + " with " + Arrays.toString( numbers ), matrix ? "12 finite numbers" : "a finite number" );
		if ( name.equals( CYLINDER ) && numbers[ 0 ] != 0 )
			throw wrong( "a detector curved with a radius of " + numbers[ 0 ] + " mm", "a flat one" );
		values.put( name, numbers );
	}

	private IOException wrong( final String what, final String expected )
	{
		return new IOException( file + " has " + what + " at line " + in.getLocation().getLineNumber() + "; expected " + expected + "." );
	}
}
