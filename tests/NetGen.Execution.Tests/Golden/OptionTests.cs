using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.Golden;

/// <summary>Options that the other golden cases lack give PyTorch's numbers, at every vector width.</summary>
public class OptionTests
{
    private const double Tolerance = 1e-4;

    public static TheoryData<string> Names => [.. OptionCase.Cases.Select(option => option.Name)];

    [Theory(SkipTestWithoutData = true), MemberData(nameof(Names))]
    public void Agrees_with_PyTorch(string name)
    {
        OptionCase option = OptionCase.Cases.Single(candidate => candidate.Name == name);
        foreach (int lanes in VectorWidths.All)
        {
            var differences = new Differences(Tolerance);
            GoldenPass.Compare(option.Create(lanes), option.Tensors, differences, differences);
            differences.Assert($"{name} with {lanes} lanes ({VectorWidths.Hardware})");
        }
    }
}
