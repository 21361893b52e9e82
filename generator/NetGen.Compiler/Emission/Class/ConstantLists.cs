using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>Prints the lists of constants that rows read by their column, such as the weights of classes.</summary>
internal static class ConstantLists
{
    public static string Reference(ByColumn constants) => $"Spans.GetReference({constants.Name})";

    /// <summary>The lists as members of the class that holds the methods. Whole vectors may be read: zeros fill up the last one.</summary>
    public static void Emit(CodeWriter writer, IEnumerable<Program> programs)
    {
        foreach (ByColumn constants in programs.SelectMany(Of).Distinct())
        {
            IEnumerable<double> padded = Enumerable.Range(0, TensorShape.RoundUp(constants.Values.Count))
                .Select(index => index < constants.Values.Count ? constants.Values[index] : 0);
            writer.Line($"/// <summary>A number for each of {Literals.Integer(constants.Values.Count)} columns.</summary>");
            writer.Line(
                $"private static global::System.ReadOnlySpan<float> {constants.Name} => new float[] {{ "
                + $"{string.Join(", ", padded.Select(value => Literals.Float(value)))} }};");
            writer.Line();
        }
    }

    private static IEnumerable<ByColumn> Of(Program program)
    {
        var found = new List<ByColumn>();
        foreach (Map map in program.Nodes.OfType<Map>())
            map.Body.Contains(part =>
            {
                if (part is ByColumn constants)
                    found.Add(constants);
                return false;
            });
        return found;
    }
}
