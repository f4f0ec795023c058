/**
 * What a user sees: one SciJava command per menu entry of {@code Plugins>RayWarp}, the bridge to them from plain ImageJ
 * 1, and the stand-alone program. The only package that knows SciJava and {@code ij.plugin}.
 * <p>
 * A command is a form: parameters, then a few lines that check them, build one call of a lower package and hand over
 * what it returns. No arithmetic, no parsing. Class, parameter and output names are public and stable, because recorded
 * macros contain them. Read in this order:
 * <ol>
 * <li>{@link org.raywarp.commands.SimulateDrrCommand}, a typical form, and {@code RayWarpCommand}, what all forms share;</li>
 * <li>{@code Inputs} and {@code Results}, how images come in and go out;</li>
 * <li>{@link org.raywarp.commands.CommandBridge}, the same forms in ImageJ 1;</li>
 * <li>{@code OptionalImageWidget}, {@code EnumWidget}, {@code MacroInputsPreprocessor}, {@code GivenInputsPreprocessor} and
 * {@code TablePostprocessor}, what Fiji's dialogs, macros and displays lack;</li>
 * <li>{@link org.raywarp.commands.RayWarp}, the program, and {@code HeadlessRun}, what it does without a screen.</li>
 * </ol>
 * The main path: {@link org.raywarp.commands.RegisterAtlasCommand} takes atlas, radiographs and views from
 * {@code AtlasInputs}, {@code RadiographInputs} and {@code Inputs}, calls
 * {@link org.raywarp.registration.BiplanarRegistration}, and hands what it returns to {@code Results} and
 * {@code RegistrationReport}. May import every other package.
 */
package org.raywarp.commands;
