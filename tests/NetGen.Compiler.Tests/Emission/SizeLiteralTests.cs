using NetGen.Compiler.Emission;

namespace NetGen.Compiler.Tests.Emission;

public class SizeLiteralTests
{
    [Theory]
    [InlineData("F(ref x, 16, depth: 24);", "16 of x: stride", "24 of x: depth")]
    [InlineData("F(new(ref x, rows: 5), new(ref y, rows: 6), begin, end);", "5 of x: rows", "6 of y: rows")]
    [InlineData("F(ref Unsafe.Add(ref x, 3), 16);", "3 of x: first", "16 of x: stride")]
    [InlineData("F(begin * 49, end * 49, 0, 7, workspace.Samples * 49f);",
        "49: rows", "49: rows", "0: size", "7: count", "49f: rowsOfSample")]
    [InlineData("F(ref x, begin, end, [new(9, 4, 8)]);", "9: size", "4: sourceStride", "8: destinationStride")]
    [InlineData("F(ref x); G(a ? b : 3);", "3: size")]
    [InlineData("F(ref x_2, 0.5f, 1E-05f, 3221225472u, -1, x3);")]
    public void Numbers_say_what_they_are(string statement, params string[] expected)
    {
        string body = "    {\n        " + statement + "\n    }\n\n    struct Behind { const int Own = 5; }\n";
        Assert.Equal(expected, SizeLiteral.In(body).Select(size =>
            size.Text + (size.Tensor.Length == 0 ? "" : " of " + size.Tensor) + ": " + size.Role));
    }

    [Theory]
    [InlineData("2147483647", "int")]
    [InlineData("2147483648", "long")]
    [InlineData("784f", "float")]
    public void A_number_tells_its_type(string number, string type) =>
        Assert.Equal(type, Assert.Single(SizeLiteral.In($"{{\n    F({number});\n}}\n")).Type);

    [Fact]
    public void Other_texts_stand_in_the_places_of_numbers()
    {
        const string Body = "{\n    F(3, x, 44);\n}\n";
        IReadOnlyList<SizeLiteral> sizes = SizeLiteral.In(Body);
        Assert.Equal("{\n    F(a0, x, a1);\n}\n", SizeLiteral.Replaced(Body, sizes, index => $"a{index}"));
        Assert.Equal("{\n    F(#, x, #);\n}\n", SizeLiteral.Pattern(Body, sizes));
    }
}
