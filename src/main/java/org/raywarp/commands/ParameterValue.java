/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.File;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.scijava.Context;
import org.scijava.convert.ConvertService;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;
import org.scijava.util.Types;
import org.scijava.widget.Button;

import ij.ImagePlus;

/**
 * Turns what a user wrote for a parameter into its type, or says what was expected.
 */
final class ParameterValue
{
	private ParameterValue()
	{}

	/**
	 * @param converter
	 *            for whatever is not a number, a choice or a switch
	 * @param item
	 *            the parameter
	 * @param value
	 *            what was written, mostly a text
	 * @return the value in the parameter's type
	 * @throws IllegalArgumentException
	 *             if the value has no meaning for the parameter, or lies outside of its bounds
	 */
	static Object convert( final ConvertService converter, final ModuleItem< ? > item, final Object value )
	{
		final Class< ? > type = Types.box( item.getType() );
		if ( value == null || type.isInstance( value ) && !( value instanceof Number ) )
			return value;
		final String text = value.toString().trim();
		if ( type.isEnum() )
			return Arrays.stream( type.getEnumConstants() ).filter( c -> ( ( Enum< ? > ) c ).name().equalsIgnoreCase( text ) ).findFirst()
					.orElseThrow( () -> unexpected( item, text, "one of " + Arrays.toString( type.getEnumConstants() ) ) );
		if ( type == Boolean.class )
			return bool( item, text );
		if ( type == ImagePlus.class && !new File( text ).exists() )
			throw unexpected( item, text, "an image file that exists" );
		if ( Number.class.isAssignableFrom( type ) )
			return number( converter, item, text );
		final Object converted = converter.convert( value, item.getType() );
		if ( converted == null )
			throw unexpected( item, text, type.getSimpleName() );
		return converted;
	}

	/**
	 * @param info
	 *            a command or script
	 * @return the inputs that a user gives, without services and buttons
	 */
	static List< ModuleItem< ? > > asked( final ModuleInfo info )
	{
		final List< ModuleItem< ? > > items = new ArrayList<>();
		info.inputs().forEach( items::add );
		items.removeIf( i -> Stream.of( Service.class, Context.class, Button.class ).anyMatch( t -> t.isAssignableFrom( i.getType() ) ) );
		return items;
	}

	/**
	 * @param info
	 *            a command or script
	 * @param name
	 *            of an input
	 * @return the input
	 * @throws IllegalArgumentException
	 *             if a user can give none of that name
	 */
	static ModuleItem< ? > item( final ModuleInfo info, final String name )
	{
		return asked( info ).stream().filter( i -> i.getName().equals( name ) ).findFirst()
				.orElseThrow(
						() -> new IllegalArgumentException( "There is no parameter " + name + "; there are " + names( info ) + "." ) );
	}

	private static String names( final ModuleInfo info )
	{
		return asked( info ).stream().map( ModuleItem::getName ).collect( Collectors.joining( ", " ) );
	}

	private static boolean bool( final ModuleItem< ? > item, final String text )
	{
		if ( !text.equalsIgnoreCase( "true" ) && !text.equalsIgnoreCase( "false" ) )
			throw unexpected( item, text, "true or false" );
		return Boolean.parseBoolean( text );
	}

	private static Object number( final ConvertService converter, final ModuleItem< ? > item, final String text )
	{
		final Class< ? > type = Types.box( item.getType() );
		final boolean whole = type == Integer.class || type == Long.class || type == Short.class || type == Byte.class;
		try
		{
			final BigDecimal number = new BigDecimal( text );
			final Number lowest = ( Number ) item.getMinimumValue(), highest = ( Number ) item.getMaximumValue();
			if ( lowest != null && number.doubleValue() < lowest.doubleValue()
					|| highest != null && number.doubleValue() > highest.doubleValue() )
				throw unexpected( item, text,
						"a number " + ( lowest == null ? "" : "from " + lowest ) + ( highest == null ? "" : " to " + highest ) );
			return converter.convert( whole ? wholeNumber( number, type ) : ( Number ) number.doubleValue(), type );
		}
		catch ( final NumberFormatException e )
		{
			throw unexpected( item, text, whole ? "a whole number" : "a number" );
		}
		catch ( final ArithmeticException e )
		{
			throw unexpected( item, text, "a whole number" + ( type == Integer.class ? " up to " + Integer.MAX_VALUE : "" ) );
		}
	}

	/** @throws ArithmeticException if it is not whole, or too large for the type */
	private static Number wholeNumber( final BigDecimal number, final Class< ? > type )
	{
		return type == Integer.class ? ( Number ) number.intValueExact() : ( Number ) number.longValueExact();
	}

	private static IllegalArgumentException unexpected( final ModuleItem< ? > item, final String text, final String expected )
	{
		return new IllegalArgumentException( "The parameter " + item.getName() + " is " + expected + ", not \"" + text + "\"." );
	}
}
