using NetGen.Compiler.Emission;
using NetGen.Compiler.Passes;
using NetGen.Compiler.Shaping;
using NetGen.Execution.Tests.Compilation;
using NetGen.Generator.Benchmarks;

namespace NetGen.Execution.Tests.Emission;

/// <summary>
/// What is emitted for a network stays small: it holds what is this network's own, and C# and the editor work through it. The generator's
/// benchmark says how long that takes.
/// </summary>
public class EmittedCharactersTests
{
    [Theory]
    [InlineData("mnist-cnn", 50)]
    [InlineData("lenet", 57)]
    [InlineData("resnet-18", 285)]
    [InlineData("100-layers", 352)]
    [InlineData("mobilenet-v2", 526)]
    [InlineData("inception", 357)]
    [InlineData("densenet-40", 490)]
    [InlineData("gpt-12", 294)]
    public void A_network_is_emitted_in_few_characters(string name, int mostThousands)
    {
        ShapedNetwork network = NetworkCompilation.Shape(
            "Model", NetworkSources.Named(name).Replace("namespace Models;", "", StringComparison.Ordinal));
        CompiledNetwork compiled = Compiler.Compiler.Plan(network, TestContext.Current.CancellationToken);
        int characters = ClassEmitter.Emit(network, compiled.Lowered, compiled.Programs, TestContext.Current.CancellationToken)
            .Sum(file => file.Text.Length);
        TestContext.Current.SendDiagnosticMessage($"{name}: {characters} characters");
        Assert.InRange(characters, 1, mostThousands * 1000);
    }
}
