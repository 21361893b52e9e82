using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>The loop of a recurrent layer backward, from its end to its beginning, written once for all vector widths and cells.</summary>
/// <remarks>
/// It gives the gradients by the gates' sums of all steps. Those by weights, biases and the layer's input are products and sums over all
/// steps, which follow it. The README of this folder leads from the formula to the code.
/// </remarks>
[CLSCompliant(false)]
public static class RecurrenceGradients
{
    /// <summary>All steps of the samples [begin, end).</summary>
    /// <typeparam name="S">The vector width.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <typeparam name="C">The cell.</typeparam>
    /// <param name="saved">What <see cref="Recurrences.Run"/> saved.</param>
    /// <param name="transposed">The weight of the states transposed, [gates · units, units], 0 for padding.</param>
    /// <param name="outputGradient">The gradient by the states of all steps; none where it is 0.</param>
    /// <param name="lastGradient">The gradient by the last state; none where it is 0.</param>
    /// <param name="before">The state before each step, of cells whose gradient reads it.</param>
    /// <param name="cell">The cell's state to begin with; none where it is 0.</param>
    /// <param name="mask">1 for a step, 0 for padding; none where all are steps.</param>
    /// <param name="size">The loop, as forward.</param>
    /// <param name="gates">Gets the gradients by the gates' sums.</param>
    /// <param name="hidden">Gets those by the products of the states, of cells where they differ; none where they are not wanted.</param>
    /// <param name="stateGradient">Gets the gradient by the first state; none where it is not wanted.</param>
    /// <param name="cellGradient">Gets the gradient by the cell's first state; none where it is not wanted.</param>
    /// <param name="begin">The first sample.</param>
    /// <param name="end">The sample after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Run<S, V, C>(
        scoped in StepRows saved, ref float transposed, scoped in StepRows outputGradient, scoped in StepRows lastGradient,
        scoped in StepRows before, scoped in StepRows cell, scoped in StepRows mask, RecurrenceSize size, scoped in StepRows gates,
        scoped in StepRows hidden, scoped in StepRows stateGradient, scoped in StepRows cellGradient, int begin, int end)
        where S : ISimd<V>
        where V : struct
        where C : struct, IRecurrentCell<S, V>
    {
        int units = size.Units, count = size.Hidden, columns = C.Gates * units;

        // What leads to the step before is kept for a step where nobody else wants it.
        bool keepsHidden = C.HasHiddenGradient && hidden.IsNone, keepsGates = gates.IsNone;
        int most = Math.Min(Recurrences.RowsOfBlock, end - begin);
        var memory = new RecurrenceMemory(
            most, units, columns: units + (keepsHidden ? columns : 0) + (keepsGates ? columns : 0));

        // Rows of states may be shorter than a vector; here they end with zeros.
        ref float state = ref memory.Sums;
        RecurrentRow.Clear<S, V>(ref state, units);
        ref float hiddenOfStep = ref Unsafe.Add(ref state, units);
        ref float gatesOfStep = ref Unsafe.Add(ref hiddenOfStep, keepsHidden ? most * columns : 0);
        bool keepsSource = C.HasHiddenGradient ? keepsHidden : keepsGates;
        ref float sourceOfStep = ref C.HasHiddenGradient ? ref hiddenOfStep : ref gatesOfStep;
        for (int first = begin; first < end; first += Recurrences.RowsOfBlock)
        {
            int rows = Math.Min(Recurrences.RowsOfBlock, end - first);
            memory.Clear(ref memory.State);
            memory.Clear(ref memory.Next);
            memory.Clear(ref memory.Cell);
            for (int row = 0; !lastGradient.IsNone && row < rows; row++)
                RecurrentRow.Copy<S, V>(ref lastGradient.At(first + row, 0), ref Unsafe.Add(ref memory.State, row * units), count);
            for (int place = size.Steps - 1; place >= 0; place--)
            {
                int step = size.Step(place), previous = place > 0 ? size.Step(place - 1) : 0;
                for (int row = 0; row < rows; row++)
                {
                    int sample = first + row;
                    ref float gradient = ref Unsafe.Add(ref memory.State, row * units);
                    RecurrentRow.Add<S, V>(ref Unsafe.Add(ref memory.Next, row * units), ref gradient, units);
                    ref float ofGates = ref keepsGates ? ref Unsafe.Add(ref gatesOfStep, row * columns) : ref gates.At(sample, step);
                    ref float ofHidden = ref keepsHidden
                        ? ref Unsafe.Add(ref hiddenOfStep, row * columns) : ref hidden.AtOrNone(sample, step);
                    if (!mask.IsNone && mask.At(sample, step) == 0)
                    {
                        RecurrentRow.Clear<S, V>(ref ofGates, columns);
                        if (C.HasHiddenGradient)
                            RecurrentRow.Clear<S, V>(ref ofHidden, columns);
                        continue;
                    }

                    if (!outputGradient.IsNone)
                        RecurrentRow.Add<S, V>(ref outputGradient.At(sample, step), ref gradient, count);
                    if (C.HasHiddenGradient)
                        RecurrentRow.Copy<S, V>(ref before.At(sample, step), ref state, count);
                    if (place == 0 && !cell.IsNone)
                        RecurrentRow.Copy<S, V>(ref cell.At(sample, 0), ref state, count);
                    ref float cellBefore = ref place > 0 && C.SavedCell >= 0
                        ? ref Unsafe.Add(ref saved.At(sample, previous), C.SavedCell * units)
                        : ref cell.IsNone ? ref Unsafe.NullRef<float>() : ref state;
                    for (int i = 0; i < units; i += S.Lanes)
                        C.Gradient(
                            ref Unsafe.Add(ref saved.At(sample, step), i), units, ref Unsafe.Add(ref state, i),
                            ref RecurrentRow.Offset(ref cellBefore, i), ref Unsafe.Add(ref gradient, i),
                            ref Unsafe.Add(ref memory.Cell, (row * units) + i),
                            ref Unsafe.Add(ref ofGates, i), ref RecurrentRow.Offset(ref ofHidden, i));
                }

                if (place > 0 || !stateGradient.IsNone)
                {
                    ref readonly StepRows source = ref C.HasHiddenGradient ? ref hidden : ref gates;
                    Products.Rows<S, V, Unchanged<V>>(
                        ref keepsSource ? ref sourceOfStep : ref source.At(first, step), keepsSource ? columns : source.SampleStride,
                        ref transposed, ref memory.Next, units, columns, Recurrences.TermsAtOnce, units, 0, rows, default);
                }
            }

            for (int row = 0; row < rows; row++)
            {
                ref float gradient = ref Unsafe.Add(ref memory.State, row * units);
                if (!stateGradient.IsNone)
                {
                    RecurrentRow.Add<S, V>(ref Unsafe.Add(ref memory.Next, row * units), ref gradient, units);
                    RecurrentRow.Copy<S, V>(ref gradient, ref stateGradient.At(first + row, 0), count);
                }

                if (!cellGradient.IsNone)
                    RecurrentRow.Copy<S, V>(
                        ref Unsafe.Add(ref memory.Cell, row * units), ref cellGradient.At(first + row, 0), count);
            }
        }
    }
}
