namespace NetGen.Tests.Kernels;

/// <summary>One sample's loop in double precision, unit by unit, as PyTorch's pages of LSTM, GRU and RNN have it.</summary>
/// <param name="sizes">The sizes.</param>
/// <param name="weight">[gates · hidden, hidden].</param>
/// <param name="bias">[gates · hidden].</param>
/// <param name="mask">Whether each step is true.</param>
internal sealed class ObviousRecurrence(RecurrenceCase sizes, double[,] weight, double[] bias, bool[] mask)
{
    /// <summary>The states of all steps, 0 at padding, and the last state.</summary>
    /// <param name="gates">The gates of the inputs, [steps, gates · hidden].</param>
    /// <param name="state">The state to begin with.</param>
    /// <param name="cell">The cell's.</param>
    public (double[,] All, double[] Last, double[,] Before) Run(double[,] gates, double[] state, double[] cell)
    {
        int hidden = sizes.Hidden;
        double[,] all = new double[sizes.Steps, hidden], before = new double[sizes.Steps, hidden];
        (state, cell) = ([.. state], [.. cell]);
        for (int place = 0; place < sizes.Steps; place++)
        {
            int step = sizes.IsReversed ? sizes.Steps - 1 - place : place;
            double[] next = [.. state];
            for (int unit = 0; unit < hidden; unit++)
            {
                before[step, unit] = state[unit];
                if (!mask[step])
                    continue;
                double x(int gate) => gates[step, (gate * hidden) + unit];
                double h(int gate)
                {
                    int row = (gate * hidden) + unit;
                    return bias[row] + Enumerable.Range(0, hidden).Sum(k => weight[row, k] * state[k]);
                }

                switch (sizes.Cell)
                {
                    case "LSTM":
                        cell[unit] = (Sigmoid(x(1) + h(1)) * cell[unit]) + (Sigmoid(x(0) + h(0)) * Math.Tanh(x(2) + h(2)));
                        next[unit] = Sigmoid(x(3) + h(3)) * Math.Tanh(cell[unit]);
                        break;
                    case "GRU":
                        double z = Sigmoid(x(1) + h(1));
                        next[unit] = ((1 - z) * Math.Tanh(x(2) + (Sigmoid(x(0) + h(0)) * h(2)))) + (z * state[unit]);
                        break;
                    default:
                        next[unit] = sizes.Cell == "tanh" ? Math.Tanh(x(0) + h(0)) : Math.Max(0, x(0) + h(0));
                        break;
                }

                all[step, unit] = next[unit];
            }

            state = next;
        }

        return (all, state, before);
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
