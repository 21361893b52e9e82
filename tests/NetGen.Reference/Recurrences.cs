using NetGen.Compiler.Graph;

namespace NetGen.Reference;

/// <summary>The form Recurrence, unit by unit, as PyTorch's pages of LSTM, GRU and RNN have the formulas.</summary>
internal static class Recurrences
{
    /// <summary>The states of all steps, 0 at padding.</summary>
    public static TensorValue Run(Recurrence loop, Func<Tensor, TensorValue> value, int samples)
    {
        var result = new TensorValue(loop.Shape, samples);
        ForEachStep(loop, value, samples, (sample, step, _, cell) =>
        {
            for (int unit = 0; cell is not null && unit < loop.Geometry.Hidden; unit++)
                result[sample, step, unit] = cell.Next[unit];
        });
        return result;
    }

    /// <summary>A further result of the loop.</summary>
    public static TensorValue Result(RecurrenceResult node, Recurrence loop, Func<Tensor, TensorValue> value, int samples)
    {
        var result = new TensorValue(node.Shape, samples);
        (int hidden, int units) = (loop.Geometry.Hidden, loop.Geometry.Units);
        ForEachStep(loop, value, samples, (sample, step, state, cell) =>
        {
            for (int unit = 0; unit < hidden; unit++)
                switch (node.Kind)
                {
                    case RecurrenceResultKind.Before:
                        result[sample, step, unit] = state.Hidden[unit];
                        break;
                    case RecurrenceResultKind.Last:
                        result[sample, unit] = cell is null ? state.Hidden[unit] : cell.Next[unit];
                        break;
                    case RecurrenceResultKind.LastCell:
                        result[sample, unit] = cell is null ? state.Cell[unit] : cell.Cell[unit];
                        break;
                    case RecurrenceResultKind.Saved:
                        Save(loop, result, sample, step, unit, units, state, cell);
                        break;
                    default:
                        throw new InvalidOperationException($"{node} is not of the loop");
                }
        });
        return result;
    }

    /// <summary>
    /// The gradients by the gates' sums, and the further result where one is asked for: the chain rule, step by step from the end.
    /// </summary>
    public static TensorValue Gradient(
        RecurrenceGradient node, RecurrenceResult? further, Func<Tensor, TensorValue> value, int samples)
    {
        (RecurrenceGeometry geometry, int steps) = (node.Geometry, node.Shape[0]);
        (RecurrentCell cell, int hidden, int units) = (geometry.Cell, geometry.Hidden, geometry.Units);
        var gates = new TensorValue(node.Shape, samples);
        TensorValue other = further is null ? gates : new TensorValue(further.Shape, samples);
        TensorValue saved = value(node.Saved), weight = value(node.Transposed);
        for (int sample = 0; sample < samples; sample++)
        {
            double[] dh = new double[hidden], dc = new double[hidden];
            for (int unit = 0; node.LastGradient is { } last && unit < hidden; unit++)
                dh[unit] = value(last)[sample, unit];
            for (int place = steps - 1; place >= 0; place--)
            {
                int step = geometry.IsReversed ? steps - 1 - place : place;
                if (node.Mask is { } mask && value(mask)[sample, step] == 0)
                    continue;
                double[] direct = new double[hidden], byProduct = new double[geometry.Columns];
                for (int unit = 0; unit < hidden; unit++)
                {
                    double d = dh[unit] + (node.OutputGradient is { } output ? value(output)[sample, step, unit] : 0);
                    double Saved(int index) => saved[sample, step, (index * units) + unit];
                    void By(int gate, double byGate, double byState)
                    {
                        gates[sample, step, (gate * units) + unit] = byGate;
                        byProduct[(gate * units) + unit] = byState;
                        if (further?.Kind == RecurrenceResultKind.HiddenGradient)
                            other[sample, step, (gate * units) + unit] = byState;
                    }

                    if (cell == RecurrentCell.Lstm)
                    {
                        (double i, double f, double g, double o, double tanh) = (Saved(0), Saved(1), Saved(2), Saved(3), Saved(5));
                        int before = geometry.IsReversed ? step + 1 : step - 1;
                        double c = place > 0 ? saved[sample, before, (4 * units) + unit]
                            : node.Cell is { } first ? value(first)[sample, unit] : 0;
                        double byCell = dc[unit] + (d * o * (1 - (tanh * tanh)));
                        double[] sums =
                        [
                            byCell * g * i * (1 - i), byCell * c * f * (1 - f), byCell * i * (1 - (g * g)), d * tanh * o * (1 - o),
                        ];
                        for (int gate = 0; gate < 4; gate++)
                            By(gate, sums[gate], sums[gate]);
                        dc[unit] = byCell * f;
                    }
                    else if (cell == RecurrentCell.Gru)
                    {
                        (double r, double z, double n, double q) = (Saved(0), Saved(1), Saved(2), Saved(3));
                        double dn = d * (1 - z) * (1 - (n * n));
                        double dz = d * (value(node.Before!)[sample, step, unit] - n) * z * (1 - z);
                        By(0, dn * q * r * (1 - r), dn * q * r * (1 - r));
                        By(1, dz, dz);
                        By(2, dn, dn * r);
                        direct[unit] = d * z;
                    }
                    else
                    {
                        double h = Saved(0), sum = cell == RecurrentCell.Tanh ? d * (1 - (h * h)) : h > 0 ? d : 0;
                        By(0, sum, sum);
                    }
                }

                for (int unit = 0; unit < hidden; unit++)
                {
                    dh[unit] = direct[unit];
                    for (int column = 0; column < geometry.Columns; column++)
                        dh[unit] += byProduct[column] * weight[0, column, unit];
                }
            }

            for (int unit = 0; unit < hidden; unit++)
                if (further?.Kind == RecurrenceResultKind.StateGradient)
                    other[sample, unit] = dh[unit];
                else if (further?.Kind == RecurrenceResultKind.CellGradient)
                    other[sample, unit] = dc[unit];
        }

        return other;
    }

    private static void Save(
        Recurrence loop, TensorValue result, int sample, int step, int unit, int units, State state, Step? cell)
    {
        for (int index = 0; index < loop.Geometry.Cell.Saved; index++)
            result[sample, step, (index * units) + unit] = cell is not null ? cell.Saved[index][unit]
                : loop.Geometry.Cell.HasCellState && index == 4 ? state.Cell[unit] : 0;
    }

    /// <summary>Calls the action with the state before each step, and with what the step does; null where it is padding.</summary>
    private static void ForEachStep(
        Recurrence loop, Func<Tensor, TensorValue> value, int samples, Action<int, int, State, Step?> action)
    {
        (int hidden, int steps) = (loop.Geometry.Hidden, loop.Shape[0]);
        for (int sample = 0; sample < samples; sample++)
        {
            var state = new State(new double[hidden], new double[hidden]);
            for (int unit = 0; unit < hidden; unit++)
            {
                state.Hidden[unit] = loop.State is { } first ? value(first)[sample, unit] : 0;
                state.Cell[unit] = loop.Cell is { } cell ? value(cell)[sample, unit] : 0;
            }

            for (int place = 0; place < steps; place++)
            {
                int step = loop.Geometry.IsReversed ? steps - 1 - place : place;
                Step? done = loop.Mask is { } mask && value(mask)[sample, step] == 0 ? null : Stepped(loop, value, sample, step, state);
                action(sample, step, state, done);
                if (done is not null)
                    state = new State(done.Next, done.Cell);
            }
        }
    }

    private static Step Stepped(Recurrence loop, Func<Tensor, TensorValue> value, int sample, int step, State state)
    {
        (RecurrentCell cell, int hidden, int units) = (loop.Geometry.Cell, loop.Geometry.Hidden, loop.Geometry.Units);
        var done = new Step(new double[hidden], new double[hidden], [.. Enumerable.Range(0, cell.Saved).Select(_ => new double[hidden])]);
        for (int unit = 0; unit < hidden; unit++)
        {
            double X(int gate) => value(loop.Gates)[sample, step, (gate * units) + unit];
            double H(int gate) => Product(gate) + (loop.Bias is { } bias ? value(bias)[0, 0, (gate * units) + unit] : 0);
            double Product(int gate)
            {
                RecurrenceGeometry geometry = loop.Geometry;
                int panel = (unit / geometry.PanelUnits * geometry.PanelsOfUnits) + (gate / geometry.GatesOfPanel);
                int column = (gate % geometry.GatesOfPanel * geometry.PanelUnits) + (unit % geometry.PanelUnits);
                return Enumerable.Range(0, hidden).Sum(k => state.Hidden[k] * value(loop.Panels)[0, panel, k, column]);
            }

            double[] saved;
            if (cell == RecurrentCell.Lstm)
            {
                (double i, double f) = (Sigmoid(X(0) + H(0)), Sigmoid(X(1) + H(1)));
                (double g, double o) = (Math.Tanh(X(2) + H(2)), Sigmoid(X(3) + H(3)));
                double c = (f * state.Cell[unit]) + (i * g);
                (done.Cell[unit], done.Next[unit]) = (c, o * Math.Tanh(c));
                saved = [i, f, g, o, c, Math.Tanh(c)];
            }
            else if (cell == RecurrentCell.Gru)
            {
                (double r, double z, double q) = (Sigmoid(X(0) + H(0)), Sigmoid(X(1) + H(1)), H(2));
                double n = Math.Tanh(X(2) + (r * q));
                done.Next[unit] = ((1 - z) * n) + (z * state.Hidden[unit]);
                saved = [r, z, n, q];
            }
            else
            {
                double sum = X(0) + H(0);
                done.Next[unit] = cell == RecurrentCell.Tanh ? Math.Tanh(sum) : sum > 0 ? sum : sum * 0;
                saved = [done.Next[unit]];
            }

            for (int index = 0; index < saved.Length; index++)
                done.Saved[index][unit] = saved[index];
        }

        return done;
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private sealed record State(double[] Hidden, double[] Cell);

    private sealed record Step(double[] Next, double[] Cell, double[][] Saved);
}
