/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

import javax.imageio.ImageIO;

import org.raywarp.io.WholeFile;

/**
 * An HTML file that stands alone: pictures are inlined, every text is escaped, there are no scripts, and the browser is told
 * to load nothing.
 */
final class HtmlPage
{
	/** One A4 page in print. */
	private static final String STYLE = """
			@page { size: A4; margin: 9mm }
			body { font: 8.5pt/1.25 sans-serif; color: #111; max-width: 192mm; margin: 0 auto }
			h1 { font-size: 14pt; margin: 0 } h2 { font-size: 9.5pt; margin: 1.5mm 0 0.5mm }
			p { margin: 0.5mm 0 } p.verdict { font-size: 11pt; font-weight: bold; border: 1px solid #111; padding: 1mm 2mm }
			p.warning { background: #ffe9a8; padding: 1mm 2mm }
			figure { margin: 0 } figcaption { font-size: 7pt; color: #333 } img { width: 100%; display: block }
			table { border-collapse: collapse; font-size: 7.5pt } th, td { border: 1px solid #999; padding: 0.2mm 1.2mm; text-align: left }
			table.columns { width: 100% } table.columns > tbody > tr > td { border: 0; padding: 0 1mm 0 0; vertical-align: top }
			pre { font-size: 6.5pt; margin: 0.5mm 0; white-space: pre-wrap; word-break: break-word }
			""";

	private final StringBuilder body = new StringBuilder();

	private final String title;

	/**
	 * @param title
	 *            of the page
	 */
	HtmlPage( final String title )
	{
		this.title = title;
		body.append( "<h1>" ).append( escaped( title ) ).append( "</h1>\n" );
	}

	/**
	 * @param text
	 *            any text
	 * @return the text as HTML shows it as it is
	 */
	static String escaped( final String text )
	{
		final StringBuilder escaped = new StringBuilder();
		text.codePoints().forEach( c -> {
			if ( c == '&' || c == '<' || c == '>' || c == '"' || c == '\'' )
				escaped.append( "&#" ).append( c ).append( ';' );
			else if ( c == '\n' || c == '\t' || !Character.isISOControl( c ) && Character.isDefined( c ) && c < 0xd800 || c > 0xdfff )
				escaped.appendCodePoint( c );
		} );
		return escaped.toString();
	}

	void heading( final String text )
	{
		body.append( "<h2>" ).append( escaped( text ) ).append( "</h2>\n" );
	}

	/** A paragraph; the class is one of the style's, or empty. */
	void paragraph( final String styleClass, final String text )
	{
		body.append( "<p class=\"" ).append( styleClass ).append( "\">" ).append( escaped( text ) ).append( "</p>\n" );
	}

	/** Lines as they are. */
	void lines( final String text )
	{
		body.append( "<pre>" ).append( escaped( text.strip() ) ).append( "</pre>\n" );
	}

	void picture( final BufferedImage picture, final String caption )
	{
		final ByteArrayOutputStream png = new ByteArrayOutputStream();
		try
		{
			ImageIO.write( picture, "png", png );
		}
		catch ( final IOException e )
		{
			throw new IllegalStateException( "A picture could not be encoded as PNG.", e );
		}
		body.append( "<figure><img alt=\"" ).append( escaped( caption ) ).append( "\" src=\"data:image/png;base64," )
				.append( Base64.getEncoder().encodeToString( png.toByteArray() ) ).append( "\"><figcaption>" ).append( escaped( caption ) )
				.append( "</figcaption></figure>\n" );
	}

	/** The first row is the header. */
	void table( final List< List< String > > rows )
	{
		body.append( "<table>\n" );
		for ( int i = 0; i < rows.size(); ++i )
		{
			final String cell = i == 0 ? "th" : "td";
			body.append( "<tr>" );
			for ( final String text : rows.get( i ) )
				body.append( '<' ).append( cell ).append( '>' ).append( escaped( text ) ).append( "</" ).append( cell ).append( '>' );
			body.append( "</tr>\n" );
		}
		body.append( "</table>\n" );
	}

	/** What the bodies add stands side by side, each as wide as its number says, in percent. */
	void columns( final int[] widths, final Runnable... bodies )
	{
		body.append( "<table class=\"columns\"><tbody><tr>\n" );
		for ( int i = 0; i < bodies.length; ++i )
		{
			body.append( "<td style=\"width:" ).append( widths[ i ] ).append( "%\">\n" );
			bodies[ i ].run();
			body.append( "</td>\n" );
		}
		body.append( "</tr></tbody></table>\n" );
	}

	/**
	 * @param file
	 *            written beside its place first, then moved there
	 * @throws IOException
	 *             if it cannot be written
	 */
	void write( final Path file ) throws IOException
	{
		WholeFile.write( file, temporary -> Files.writeString( temporary, toString() ) );
	}

	@Override
	public String toString()
	{
		return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
				+ "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n"
				+ "<title>" + escaped( title ) + "</title>\n<style>\n" + STYLE + "</style></head>\n<body>\n" + body + "</body></html>\n";
	}
}
