using System.Runtime.Intrinsics;
using NetGen.Runtime;

namespace NetGen.Tests.Kernels;

/// <summary>Loops of recurrent layers beside the obvious ones, and their gradients beside slopes; a class below for each width.</summary>
public abstract class RecurrencesTests<S, V>
    where S : ISimd<V>
    where V : struct
{
    private static RecurrenceCase[] Cases =>
    [
        new("LSTM", 2, 3, 16, 16),
        new("LSTM", 3, 4, 5, 16) { HasStates = true },
        new("LSTM", 50, 2, 17, 16) { IsReversed = true, HasBias = true },
        new("LSTM", 2, 5, 3, 16) { IsMasked = true, HasStates = true },
        new("LSTM", 2, 5, 33, 16) { IsMasked = true, IsReversed = true },
        new("GRU", 1, 4, 16, 16) { HasBias = true },
        new("GRU", 5, 3, 40, 48) { HasStates = true, HasBias = true },
        new("GRU", 2, 5, 2, 16) { IsMasked = true, IsReversed = true, HasBias = true, HasStates = true },
        new("GRU", 7, 2, 64, 64),
        new("tanh", 3, 4, 20, 32) { HasStates = true },
        new("tanh", 2, 5, 1, 16) { IsMasked = true },
        new("ReLU", 4, 3, 70, 16) { IsReversed = true },
        new("ReLU", 1, 6, 130, 48) { IsMasked = true, HasBias = true, HasStates = true },
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Cases.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void States_are_those_of_the_obvious_loop(int number)
    {
        var tensors = new Tensors(Cases[number]);
        tensors.Run(0, Cases[number].Samples);
        for (int sample = 0; sample < Cases[number].Samples; sample++)
        {
            (double[,] all, double[] last, double[,] before) = tensors.Expected(sample);
            Near(all, step => unit => tensors.Output[tensors.StateAt(sample, step) + unit]);
            Near(before, step => unit => tensors.Before[tensors.StateAt(sample, step) + unit]);
            for (int unit = 0; unit < last.Length; unit++)
                Assert.Equal(last[unit], tensors.Last[(sample * Cases[number].Hidden) + unit], 1e-5);
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Gradients_are_slopes(int number)
    {
        const double Distance = 1e-5;
        RecurrenceCase sizes = Cases[number];
        var tensors = new Tensors(sizes);
        tensors.Run(0, sizes.Samples);
        tensors.GoBack(0, sizes.Samples);
        int sample = sizes.Samples - 1;
        for (int step = 0; step < sizes.Steps; step++)
            for (int gate = 0; gate < sizes.Gates; gate++)
                for (int unit = 0; unit < sizes.Hidden; unit += Math.Max(1, sizes.Hidden / 7))
                {
                    double[,] gates = tensors.GatesOf(sample);
                    int column = (gate * sizes.Hidden) + unit;
                    double slope = tensors.Slope(sample, Distance, distance => gates[step, column] += distance, gates);
                    Assert.Equal(slope, tensors.GateGradient[tensors.GateAt(sample, step) + (gate * sizes.Units) + unit], 1e-4);
                }

        for (int unit = 0; sizes.HasStates && unit < sizes.Hidden; unit += Math.Max(1, sizes.Hidden / 7))
        {
            double[] state = tensors.StateOf(tensors.State, sample), cell = tensors.StateOf(tensors.Cell, sample);
            double slope = tensors.Slope(sample, Distance, distance => state[unit] += distance, state: state);
            Assert.Equal(slope, tensors.StateGradient[(sample * sizes.Hidden) + unit], 1e-4);
            if (!sizes.HasCellStates)
                continue;
            slope = tensors.Slope(sample, Distance, distance => cell[unit] += distance, cell: cell);
            Assert.Equal(slope, tensors.CellGradient[(sample * sizes.Hidden) + unit], 1e-4);
        }
    }

    /// <summary>Nothing asks for those by the gates where all that learns makes the states to begin with.</summary>
    [Theory]
    [MemberData(nameof(Numbers))]
    public void Gradients_by_states_are_the_same_without_those_by_gates(int number)
    {
        RecurrenceCase sizes = Cases[number];
        var whole = new Tensors(sizes);
        foreach (bool wantsHidden in (bool[])[true, false])
        {
            var part = new Tensors(sizes) { WantsHiddenGradient = wantsHidden, WantsGateGradient = false };
            foreach (Tensors tensors in (Tensors[])[whole, part])
            {
                tensors.Run(0, sizes.Samples);
                tensors.GoBack(0, sizes.Samples);
            }

            Assert.Equal(whole.StateGradient, part.StateGradient);
            Assert.Equal(whole.CellGradient, part.CellGradient);
            Assert.All(part.GateGradient, value => Assert.Equal(0, value));
            if (wantsHidden)
                Assert.Equal(whole.HiddenGradient, part.HiddenGradient);
        }
    }

    /// <summary>Nothing asks for them where weight and bias of the states are frozen.</summary>
    [Theory]
    [MemberData(nameof(Numbers))]
    public void Gradients_are_the_same_without_those_by_products_of_the_states(int number)
    {
        RecurrenceCase sizes = Cases[number];
        var whole = new Tensors(sizes);
        var part = new Tensors(sizes) { WantsHiddenGradient = false };
        foreach (Tensors tensors in (Tensors[])[whole, part])
        {
            tensors.Run(0, sizes.Samples);
            tensors.GoBack(0, sizes.Samples);
        }

        Assert.Equal(whole.GateGradient, part.GateGradient);
        Assert.Equal(whole.StateGradient, part.StateGradient);
        Assert.Equal(whole.CellGradient, part.CellGradient);
    }

    /// <summary>So a product of the states before the steps with these gradients is the gradient of the weight.</summary>
    [Theory]
    [MemberData(nameof(Numbers))]
    public void Gradients_by_products_of_the_states_give_the_slope_by_the_weight(int number)
    {
        const double Distance = 1e-5;
        RecurrenceCase sizes = Cases[number];
        var tensors = new Tensors(sizes);
        tensors.Run(0, sizes.Samples);
        tensors.GoBack(0, sizes.Samples);
        int hidden = sizes.Hidden;
        float[] byProducts = sizes.Cell == "GRU" ? tensors.HiddenGradient : tensors.GateGradient;
        for (int row = 0; row < sizes.Gates * hidden; row += Math.Max(1, sizes.Gates * hidden / 5))
        {
            int column = row * 7 % hidden;
            double slope = Enumerable.Range(0, sizes.Samples).Sum(sample =>
                tensors.Slope(sample, Distance, distance => tensors.Weight[row, column] += distance));
            double sum = 0;
            for (int sample = 0; sample < sizes.Samples; sample++)
                for (int step = 0; step < sizes.Steps; step++)
                    sum += tensors.Before[tensors.StateAt(sample, step) + column]
                        * byProducts[tensors.GateAt(sample, step) + (row / hidden * sizes.Units) + (row % hidden)];
            Assert.Equal(slope, sum, 1e-3 * (1 + Math.Abs(slope)));
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Parts_give_the_bits_of_the_whole(int number)
    {
        RecurrenceCase sizes = Cases[number];
        (Tensors whole, Tensors parts) = (new Tensors(sizes), new Tensors(sizes));
        whole.Run(0, sizes.Samples);
        whole.GoBack(0, sizes.Samples);
        for (int sample = sizes.Samples - 1; sample >= 0; sample--)
            parts.Run(sample, sample + 1);
        for (int sample = sizes.Samples - 1; sample >= 0; sample--)
            parts.GoBack(sample, sample + 1);
        Assert.Equal(whole.Output, parts.Output);
        Assert.Equal(whole.Last, parts.Last);
        Assert.Equal(whole.GateGradient, parts.GateGradient);
        Assert.Equal(whole.StateGradient, parts.StateGradient);
    }

    [Theory]
    [InlineData("LSTM")]
    [InlineData("GRU")]
    [InlineData("tanh")]
    [InlineData("ReLU")]
    public void A_number_that_is_none_passes_on(string cell)
    {
        var tensors = new Tensors(new(cell, 1, 3, 4, 16));
        tensors.Gates[tensors.GateAt(0, 1)] = float.NaN;
        tensors.Run(0, 1);
        Assert.False(float.IsNaN(tensors.Output[tensors.StateAt(0, 0)]));
        Assert.True(float.IsNaN(tensors.Output[tensors.StateAt(0, 1)]));
        Assert.True(float.IsNaN(tensors.Output[tensors.StateAt(0, 2) + 3]));
    }

    private static void Near(double[,] expected, Func<int, Func<int, float>> actual)
    {
        for (int step = 0; step < expected.GetLength(0); step++)
            for (int unit = 0; unit < expected.GetLength(1); unit++)
                Assert.Equal(expected[step, unit], actual(step)(unit), 1e-5);
    }

    /// <summary>What a network has in memory for a loop. Rows of states are not padded: their ends are other rows.</summary>
    private sealed class Tensors
    {
        private readonly RecurrenceCase sizes;
        private readonly float[] panels, transposed, bias, mask, saved, outputGradient, lastGradient;

        public Tensors(RecurrenceCase sizes)
        {
            this.sizes = sizes;
            var random = new Random(3);
            (int hidden, int units, int gates, int samples) = (sizes.Hidden, sizes.Units, sizes.Gates, sizes.Samples);
            float Next() => (random.NextSingle() * 2) - 1;
            Weight = new double[gates * hidden, hidden];
            (panels, transposed, bias) = (new float[units * hidden * gates], new float[gates * units * units], new float[gates * units]);
            for (int gate = 0; gate < gates; gate++)
                for (int unit = 0; unit < hidden; unit++)
                {
                    bias[(gate * units) + unit] = sizes.HasBias ? Next() : 0;
                    for (int k = 0; k < hidden; k++)
                    {
                        float value = Next() / MathF.Sqrt(hidden);
                        Weight[(gate * hidden) + unit, k] = value;
                        (int inPanel, int columns) = (sizes.GatesOfPanel, sizes.GatesOfPanel * sizes.PanelUnits);
                        int panel = (unit / sizes.PanelUnits * (gates / inPanel)) + (gate / inPanel);
                        int column = (gate % inPanel * sizes.PanelUnits) + (unit % sizes.PanelUnits);
                        panels[(((panel * hidden) + k) * columns) + column] = value;
                        transposed[(((gate * units) + unit) * units) + k] = value;
                    }
                }

            Gates = new float[samples * sizes.Steps * gates * units];
            for (int at = 0; at < Gates.Length; at++)
                Gates[at] = at % units < hidden ? Next() : 0;
            int states = samples * sizes.Steps * hidden;
            outputGradient = [.. Enumerable.Range(0, states).Select(_ => Next())];
            lastGradient = [.. Enumerable.Range(0, samples * hidden).Select(_ => Next())];
            State = [.. Enumerable.Range(0, samples * hidden).Select(_ => Next())];
            Cell = [.. Enumerable.Range(0, samples * hidden).Select(_ => Next())];
            mask = [.. Enumerable.Range(0, samples * sizes.Steps).Select(at => sizes.IsMasked && at % 3 == 1 ? 0f : 1f)];
            (Output, Before, Last) = (new float[states], new float[states], new float[samples * hidden]);
            saved = new float[samples * sizes.Steps * sizes.Saved * units];
            (GateGradient, HiddenGradient) = (new float[Gates.Length], new float[Gates.Length]);
            (StateGradient, CellGradient) = (new float[samples * hidden], new float[samples * hidden]);
        }

        /// <summary>[gates · hidden, hidden], as PyTorch has it.</summary>
        public double[,] Weight { get; }

        public float[] Gates { get; }

        public float[] State { get; }

        public float[] Cell { get; }

        public float[] Output { get; }

        public float[] Before { get; }

        public float[] Last { get; }

        public float[] GateGradient { get; }

        public float[] HiddenGradient { get; }

        public float[] StateGradient { get; }

        public float[] CellGradient { get; }

        public bool WantsHiddenGradient { get; init; } = true;

        public bool WantsGateGradient { get; init; } = true;

        private RecurrenceSize Size => new(sizes.Steps, sizes.Hidden, sizes.PanelUnits, sizes.GatesOfPanel, sizes.IsReversed);

        public int StateAt(int sample, int step) => ((sample * sizes.Steps) + step) * sizes.Hidden;

        public int GateAt(int sample, int step) => ((sample * sizes.Steps) + step) * sizes.Gates * sizes.Units;

        public void Run(int begin, int end)
        {
            switch (sizes.Cell)
            {
                case "LSTM":
                    Run<LstmCell<S, V>>(begin, end);
                    break;
                case "GRU":
                    Run<GruCell<S, V>>(begin, end);
                    break;
                case "tanh":
                    Run<TanhCell<S, V>>(begin, end);
                    break;
                default:
                    Run<ReluCell<S, V>>(begin, end);
                    break;
            }
        }

        public void GoBack(int begin, int end)
        {
            switch (sizes.Cell)
            {
                case "LSTM":
                    GoBack<LstmCell<S, V>>(begin, end);
                    break;
                case "GRU":
                    GoBack<GruCell<S, V>>(begin, end);
                    break;
                case "tanh":
                    GoBack<TanhCell<S, V>>(begin, end);
                    break;
                default:
                    GoBack<ReluCell<S, V>>(begin, end);
                    break;
            }
        }

        public (double[,] All, double[] Last, double[,] Before) Expected(int sample) =>
            Expected(sample, GatesOf(sample), StateOf(State, sample), StateOf(Cell, sample));

        /// <summary>The slope of Σ states · their gradients along what the action changes by a distance.</summary>
        public double Slope(
            int sample, double distance, Action<double> change, double[,]? gates = null, double[]? state = null, double[]? cell = null)
        {
            change(distance);
            double above = Value();
            change(-2 * distance);
            double below = Value();
            change(distance);
            return (above - below) / (2 * distance);

            double Value()
            {
                (double[,] all, double[] last, _) = Expected(
                    sample, gates ?? GatesOf(sample), state ?? StateOf(State, sample), cell ?? StateOf(Cell, sample));
                return all.Cast<double>().Select((value, at) => value * outputGradient[StateAt(sample, 0) + at]).Sum()
                    + last.Select((value, unit) => value * lastGradient[(sample * sizes.Hidden) + unit]).Sum();
            }
        }

        public double[,] GatesOf(int sample)
        {
            var found = new double[sizes.Steps, sizes.Gates * sizes.Hidden];
            for (int step = 0; step < sizes.Steps; step++)
                for (int column = 0; column < sizes.Gates * sizes.Hidden; column++)
                    found[step, column] =
                        Gates[GateAt(sample, step) + (column / sizes.Hidden * sizes.Units) + (column % sizes.Hidden)];
            return found;
        }

        public double[] StateOf(float[] states, int sample) =>
            [.. Enumerable.Range(0, sizes.Hidden).Select(unit => sizes.HasStates ? states[(sample * sizes.Hidden) + unit] : 0.0)];

        private (double[,] All, double[] Last, double[,] Before) Expected(int sample, double[,] gates, double[] state, double[] cell)
        {
            double[] biases =
            [
                .. Enumerable.Range(0, sizes.Gates * sizes.Hidden)
                    .Select(row => (double)bias[(row / sizes.Hidden * sizes.Units) + (row % sizes.Hidden)]),
            ];
            bool[] isTrue = [.. Enumerable.Range(0, sizes.Steps).Select(step => mask[(sample * sizes.Steps) + step] != 0)];
            return new ObviousRecurrence(sizes, Weight, biases, isTrue).Run(gates, state, cell);
        }

        private void Run<C>(int begin, int end)
            where C : struct, IRecurrentCell<S, V> => Recurrences.Run<S, V, C>(
            OfSteps(Gates, sizes.Gates * sizes.Units), ref panels[0], sizes.HasBias ? new(ref bias[0], 0, 0) : default,
            sizes.HasStates ? OfSamples(State) : default, sizes.HasCellStates ? OfSamples(Cell) : default,
            sizes.IsMasked ? new(ref mask[0], 1, sizes.Steps) : default, Size, OfSteps(Output, sizes.Hidden), OfSamples(Last), default,
            OfSteps(Before, sizes.Hidden), OfSteps(saved, sizes.Saved * sizes.Units), begin, end);

        private void GoBack<C>(int begin, int end)
            where C : struct, IRecurrentCell<S, V> => RecurrenceGradients.Run<S, V, C>(
            OfSteps(saved, sizes.Saved * sizes.Units), ref transposed[0], OfSteps(outputGradient, sizes.Hidden), OfSamples(lastGradient),
            OfSteps(Before, sizes.Hidden), sizes.HasCellStates ? OfSamples(Cell) : default,
            sizes.IsMasked ? new(ref mask[0], 1, sizes.Steps) : default, Size,
            WantsGateGradient ? OfSteps(GateGradient, sizes.Gates * sizes.Units) : default,
            WantsHiddenGradient ? OfSteps(HiddenGradient, sizes.Gates * sizes.Units) : default,
            sizes.HasStates ? OfSamples(StateGradient) : default, sizes.HasCellStates ? OfSamples(CellGradient) : default, begin, end);

        private StepRows OfSteps(float[] rows, int stride) => new(ref rows[0], stride, sizes.Steps * stride);

        private StepRows OfSamples(float[] rows) => new(ref rows[0], 0, sizes.Hidden);
    }
}

public class RecurrencesTests512 : RecurrencesTests<Simd512, Vector512<float>>;

public class RecurrencesTests256 : RecurrencesTests<Simd256, Vector256<float>>;

public class RecurrencesTests128 : RecurrencesTests<Simd128, Vector128<float>>;

public class RecurrencesTestsScalar : RecurrencesTests<SimdScalar, float>;
