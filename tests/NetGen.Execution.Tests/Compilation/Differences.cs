using System.Globalization;
using System.Text;

namespace NetGen.Execution.Tests.Compilation;

/// <summary>Compares tensors and remembers the largest difference of each, so that a failure shows them all.</summary>
internal sealed class Differences(double tolerance)
{
    private readonly StringBuilder table = new();
    private bool failed;

    /// <summary>Whether a tensor differs or a statement does not hold.</summary>
    public bool HasFault => failed;

    /// <summary>
    /// Each element must lie within the absolute and relative tolerance, plus <paramref name="slack"/>: what rounding alone can move it.
    /// </summary>
    public void Compare(string tensor, IReadOnlyList<double> expected, ReadOnlySpan<float> actual, double slack = 0)
    {
        if (expected.Count != actual.Length)
        {
            failed = true;
            table.AppendLine(CultureInfo.InvariantCulture, $"  {tensor}: {actual.Length} values, expected {expected.Count}");
            return;
        }

        (double Excess, int Index) worst = (double.NegativeInfinity, 0);
        for (int i = 0; i < actual.Length; i++)
        {
            double difference = Math.Abs(expected[i] - actual[i]);
            double excess =
                double.IsNaN(difference) ? double.PositiveInfinity : difference - (tolerance * (1 + Math.Abs(expected[i]))) - slack;
            if (excess > worst.Excess)
                worst = (excess, i);
        }

        bool bad = worst.Excess > 0;
        failed |= bad;
        if (actual.Length > 0)
        {
            table.AppendLine(
                CultureInfo.InvariantCulture,
                $"{(bad ? "!" : " ")} {tensor}: largest difference {Math.Abs(expected[worst.Index] - actual[worst.Index]):g3} at "
                + $"{worst.Index} of {actual.Length}, {actual[worst.Index]:g7} where {expected[worst.Index]:g7} was expected");
        }
    }

    public void Compare(string tensor, float[] expected, ReadOnlySpan<float> actual) =>
        Compare(tensor, Array.ConvertAll(expected, value => (double)value), actual);

    /// <summary>A statement that must hold besides.</summary>
    public void Require(string statement, bool holds)
    {
        failed |= !holds;
        if (!holds)
            table.AppendLine(CultureInfo.InvariantCulture, $"! not true: {statement}");
    }

    /// <summary>Fails with the table of all tensors if one of them differs.</summary>
    public void Assert(string what) => Xunit.Assert.False(failed, $"{what}\n{table}");
}
