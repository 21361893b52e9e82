namespace NetGen.Execution.Tests.Compilation;

/// <summary>Compiling is as strict as it says: whatever C# warns of, in bodies, declarations and comments, is an error.</summary>
public class NetworkCompilationTests
{
    [Theory]
    [InlineData("CS0169", "class A { private int unused; }")]
    [InlineData("CS0219", "class A { void M() { int unused = 1; } }")]
    [InlineData("CS8603", "class A { string M() => null; }")]
    [InlineData("CS1574", "/// <summary>As <see cref=\"Missing\"/>.</summary>\nclass A;")]
    [InlineData("CS0108", "class A { public int Size; } class B : A { public int Size; }")]
    public void A_warning_is_refused(string id, string source) => Assert.Contains(
        id,
        Assert.Throws<InvalidOperationException>(() => NetworkCompilation.CompileProgram("Warned", source, hasStatements: false)).Message,
        StringComparison.Ordinal);
}
