using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>The loop over the steps of a recurrent layer, written once for all vector widths and cells.</summary>
/// <remarks>The README of this folder leads from the formula to the code.</remarks>
[CLSCompliant(false)]
public static class Recurrences
{
    /// <summary>Samples that go through all steps together: enough that a panel of the weight pays, and few enough for the cache.</summary>
    internal const int RowsOfBlock = 32;

    /// <summary>Terms of the sums that follow each other before the next ones do.</summary>
    internal const int TermsAtOnce = 128;

    /// <summary>All steps of the samples [begin, end).</summary>
    /// <typeparam name="S">The vector width.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <typeparam name="C">The cell.</typeparam>
    /// <param name="gates">The products of all steps' inputs, biases included: gates of <see cref="RecurrenceSize.Units"/> floats.</param>
    /// <param name="panels">
    /// The weight of the states, [panels, hidden, columns], 0 for padding. With all gates of some units in a panel, they are beside each
    /// other; else a panel has the units of one gate, and those of the other gates follow it (<see cref="RecurrenceSize.GatesOfPanel"/>).
    /// </param>
    /// <param name="bias">What is added to the products of the states, a row for all; none where nothing is.</param>
    /// <param name="state">The state of each sample to begin with; none where it is 0.</param>
    /// <param name="cell">The cell's; none where it is 0, or where the cell has none.</param>
    /// <param name="mask">1 for a step, 0 for padding, which keeps the state and gives 0; none where all are steps.</param>
    /// <param name="size">The loop.</param>
    /// <param name="output">Gets the states, a row for each step; none where they are not wanted.</param>
    /// <param name="last">Gets each sample's state behind the loop; none where it is not wanted.</param>
    /// <param name="lastCell">Gets its cell's state then; none where it is not wanted.</param>
    /// <param name="before">Gets the state before each step, which the gradient of the weight reads; none where it is not wanted.</param>
    /// <param name="saved">Gets what the cell's gradient reads; none where it is not wanted.</param>
    /// <param name="begin">The first sample.</param>
    /// <param name="end">The sample after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Run<S, V, C>(
        scoped in StepRows gates, ref float panels, scoped in StepRows bias, scoped in StepRows state, scoped in StepRows cell,
        scoped in StepRows mask, RecurrenceSize size, scoped in StepRows output, scoped in StepRows last, scoped in StepRows lastCell,
        scoped in StepRows before, scoped in StepRows saved, int begin, int end)
        where S : ISimd<V>
        where V : struct
        where C : struct, IRecurrentCell<S, V>
    {
        int units = size.Units, hidden = size.Hidden, columns = C.Gates * size.PanelUnits, inPanel = size.GatesOfPanel * size.PanelUnits;
        var memory = new RecurrenceMemory(Math.Min(RowsOfBlock, end - begin), units, columns);
        ref float stateBias = ref bias.AtOrNone(0, 0);
        for (int first = begin; first < end; first += RowsOfBlock)
        {
            int rows = Math.Min(RowsOfBlock, end - first);
            memory.Clear(ref memory.State);
            memory.Clear(ref memory.Next);
            memory.Clear(ref memory.Cell);
            for (int row = 0; row < rows; row++)
            {
                if (!state.IsNone)
                    RecurrentRow.Copy<S, V>(ref state.At(first + row, 0), ref Unsafe.Add(ref memory.State, row * units), hidden);
                if (!cell.IsNone)
                    RecurrentRow.Copy<S, V>(ref cell.At(first + row, 0), ref Unsafe.Add(ref memory.Cell, row * units), hidden);
            }

            for (int place = 0; place < size.Steps; place++)
            {
                int step = size.Step(place);
                bool isZero = place == 0 && state.IsNone;
                for (int unit = 0; unit < units; unit += size.PanelUnits)
                {
                    if (isZero)
                        RecurrentRow.Clear<S, V>(ref memory.Sums, rows * columns);
                    for (int column = 0; !isZero && column < columns; column += inPanel)
                        Products.Rows<S, V, Unchanged<V>>(
                            ref memory.State, units, ref Unsafe.Add(ref panels, ((nint)unit * C.Gates * hidden) + ((nint)column * hidden)),
                            ref Unsafe.Add(ref memory.Sums, column), columns, hidden, TermsAtOnce, inPanel, 0, rows, default);
                    for (int row = 0; row < rows; row++)
                        Units<S, V, C>(
                            ref Unsafe.Add(ref gates.At(first + row, step), unit), ref Unsafe.Add(ref memory.Sums, row * columns),
                            ref stateBias, ref mask.AtOrNone(first + row, step), in size, unit,
                            ref Unsafe.Add(ref memory.State, (row * units) + unit), ref Unsafe.Add(ref memory.Cell, (row * units) + unit),
                            ref Unsafe.Add(ref memory.Next, (row * units) + unit), ref saved.AtOrNone(first + row, step));
                }

                for (int row = 0; row < rows; row++)
                {
                    if (!before.IsNone)
                        RecurrentRow.Copy<S, V>(
                            ref Unsafe.Add(ref memory.State, row * units), ref before.At(first + row, step), hidden);
                    if (output.IsNone)
                        continue;
                    if (!mask.IsNone && mask.At(first + row, step) == 0)
                        RecurrentRow.Clear<S, V>(ref output.At(first + row, step), hidden);
                    else
                        RecurrentRow.Copy<S, V>(
                            ref Unsafe.Add(ref memory.Next, row * units), ref output.At(first + row, step), hidden);
                }

                memory.Swap();
            }

            for (int row = 0; row < rows; row++)
            {
                if (!last.IsNone)
                    RecurrentRow.Copy<S, V>(ref Unsafe.Add(ref memory.State, row * units), ref last.At(first + row, 0), hidden);
                if (!lastCell.IsNone)
                    RecurrentRow.Copy<S, V>(ref Unsafe.Add(ref memory.Cell, row * units), ref lastCell.At(first + row, 0), hidden);
            }
        }
    }

    /// <summary>A panel's units of one sample in one step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Units<S, V, C>(
        ref float gates, ref float sums, ref float bias, ref float mask, in RecurrenceSize size, int unit, ref float state, ref float cell,
        ref float next, ref float saved)
        where S : ISimd<V>
        where V : struct
        where C : struct, IRecurrentCell<S, V>
    {
        int stride = size.Units;
        if (!Unsafe.IsNullRef(ref saved))
            saved = ref Unsafe.Add(ref saved, unit);
        if (!Unsafe.IsNullRef(ref bias))
            bias = ref Unsafe.Add(ref bias, unit);
        if (!Unsafe.IsNullRef(ref mask) && mask == 0)
        {
            RecurrentRow.Copy<S, V>(ref state, ref next, size.PanelUnits);
            Keep<S, V, C>(ref cell, ref saved, in size);
            return;
        }

        for (int i = 0; i < size.PanelUnits; i += S.Lanes)
            C.Next(
                ref Unsafe.Add(ref gates, i), stride, ref Unsafe.Add(ref sums, i), size.PanelUnits, ref RecurrentRow.Offset(ref bias, i),
                ref Unsafe.Add(ref state, i), ref Unsafe.Add(ref cell, i), ref Unsafe.Add(ref next, i),
                ref RecurrentRow.Offset(ref saved, i));
    }

    /// <summary>What a step of padding saves: the cell's state as it is, which the next step's gradient reads, and zeros.</summary>
    private static void Keep<S, V, C>(ref float cell, ref float saved, in RecurrenceSize size)
        where S : ISimd<V>
        where V : struct
        where C : struct, IRecurrentCell<S, V>
    {
        for (int value = 0; !Unsafe.IsNullRef(ref saved) && value < C.Saved; value++)
            if (value == C.SavedCell)
                RecurrentRow.Copy<S, V>(ref cell, ref Unsafe.Add(ref saved, value * size.Units), size.PanelUnits);
            else
                RecurrentRow.Clear<S, V>(ref Unsafe.Add(ref saved, value * size.Units), size.PanelUnits);
    }
}
