using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the constants that are not one number for all: lists that rows read by their column, such as the weights of classes, and tables
/// of places, which the library computes.
/// </summary>
internal static class ConstantLists
{
    public static string Reference(ByColumn constants) => $"Spans.GetReference({constants.Name})";

    public static string Reference(Sinusoid table) => $"Spans.GetArrayDataReference({Name(table)})";

    /// <summary>
    /// The constants as members of the class that holds the methods. Whole vectors may be read: zeros fill up the last one.
    /// </summary>
    public static void Emit(CodeWriter writer, IEnumerable<Program> programs)
    {
        ScalarExpression[] parts = [.. programs.SelectMany(Of).Distinct()];
        foreach (ByColumn constants in parts.OfType<ByColumn>())
        {
            IEnumerable<double> padded = Enumerable.Range(0, TensorShape.RoundUp(constants.Values.Count))
                .Select(index => index < constants.Values.Count ? constants.Values[index] : 0);
            writer.Line($"/// <summary>A number for each of {Literals.Integer(constants.Values.Count)} columns.</summary>");
            writer.Line(
                $"private static global::System.ReadOnlySpan<float> {constants.Name} => new float[] {{ "
                + $"{string.Join(", ", padded.Select(value => Literals.Float(value)))} }};");
            writer.Line();
        }

        foreach (Sinusoid table in parts.OfType<Sinusoid>())
        {
            (string steps, string features) = (Literals.Integer(table.Steps), Literals.Integer(table.Features));
            writer.Line($"/// <summary>A number for each of {features} features of {steps} steps.</summary>");
            writer.Line(
                $"private static readonly float[] {Name(table)} = global::NetGen.Runtime.Sinusoids.Table("
                + $"steps: {steps}, features: {features}, stride: {Literals.Integer(TensorShape.Pad(table.Features))});");
            writer.Line();
        }
    }

    private static string Name(Sinusoid table) => FormattableString.Invariant($"Sinusoids{table.Steps}x{table.Features}");

    private static IEnumerable<ScalarExpression> Of(Program program)
    {
        var found = new List<ScalarExpression>();
        foreach (Map map in program.Nodes.OfType<Map>())
            map.Body.Contains(part =>
            {
                if (part is ByColumn or Sinusoid)
                    found.Add(part);
                return false;
            });
        return found;
    }
}
