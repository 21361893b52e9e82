using System.Globalization;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Layers;

/// <summary>What the layers that drop share: how the probability is read, and masks that several values have in common.</summary>
internal static class DropProbability
{
    /// <summary>A probability by position or by its parameter's name.</summary>
    public static double Read(AttributeValues values, string parameter, double fallback) =>
        Checked(values, parameter, values.Number(0, parameter, fallback), "0.5");

    /// <summary>The option Dropout, without which nothing is dropped.</summary>
    public static double Option(AttributeValues values) => Checked(values, "Dropout", values.Number("Dropout", 0), "0.1");

    /// <summary>
    /// In training, x with all values along some axes dropped together, and the others divided by the probability of staying.
    /// </summary>
    public static Expr Dropped(this Expr x, double probability, int[] together, ForwardContext context) => probability switch
    {
        _ when !context.IsTraining => x,
        0 => x,
        1 => x * 0,
        _ => x * x.Filled(
            new Keep(context.Site, probability) * (ScalarExpression)(1 / (1 - probability)), x.Shape.Reduced(together)).Named("Mask"),
    };

    /// <summary>x with each value dropped by itself, and the others divided by the probability of staying.</summary>
    public static Expr Dropped(this Expr x, double probability, int site) => probability switch
    {
        0 => x,
        1 => x * 0,
        _ => Map.Of(new Operand(0) * (new Keep(site, probability) * (ScalarExpression)(1 / (1 - probability))), x),
    };

    private static double Checked(AttributeValues values, string argument, double probability, string usual)
    {
        if (probability is < 0 or > 1)
            values.Wrong(argument, probability, "a probability is between 0 and 1",
                probability is > 1 and <= 100 ? (probability / 100).ToString("R", CultureInfo.InvariantCulture) : usual);
        return probability;
    }
}
