using NetGen.Compiler.Emission;

namespace NetGen.Compiler.Tests.Emission;

public class CodeWriterTests
{
    /// <summary>A part of a line may print lines that must stand before it.</summary>
    [Fact]
    public void A_line_in_parts_comes_after_the_lines_that_its_parts_print()
    {
        var writer = new CodeWriter(indentation: 1);
        string Declared(string name)
        {
            writer.Line($"float {name} = {Declared2(name)};");
            return name;
        }

        string Declared2(string name)
        {
            writer.Line($"float {name}Before = {1}f;");
            return name + "Before";
        }

        writer.Line($"sum = {Declared("a")} + {Declared("b")};");

        Assert.Equal(
            """
                float aBefore = 1f;
                float a = aBefore;
                float bBefore = 1f;
                float b = bBefore;
                sum = a + b;

            """.ReplaceLineEndings("\n"),
            writer.ToString());
    }

    [Fact]
    public void A_line_may_be_long_and_an_empty_one_has_no_blanks()
    {
        var writer = new CodeWriter(indentation: 2);
        string part = new('x', 1000), nothing = "";
        writer.Line($"{part}{-5}{part}").Line($"{nothing}").Line();
        Assert.Equal($"        {part}-5{part}\n\n\n", writer.ToString());
    }
}
