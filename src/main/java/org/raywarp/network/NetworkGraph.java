/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.util.Map;

import org.tensorflow.Operand;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * A network within a graph, as its training and its export see it. Shapes and names are those of {@link RegistrationGraph}.
 */
interface NetworkGraph
{
	/** @return what the network is given, by name */
	Map< String, Placeholder< TFloat32 > > inputs();

	/** @return what it regresses, by name */
	Map< String, Operand< TFloat32 > > outputs();
}
