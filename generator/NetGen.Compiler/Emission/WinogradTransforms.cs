namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the three one-dimensional transforms of Winograd's F(4, 3) (Lavin and Gray, arXiv 1509.09308; Toom and Cook's
/// interpolation). The points are 0, ±√½, ±√2 and infinity: with the paper's 0, ±1, ±2 and infinity the results have three
/// to four times the error (measured: 1e-6 of the largest value here, 4e-6 there), and a² = ½, b² = 2, a·b = 1 make for simple
/// factors.
/// </summary>
/// <remarks>
/// <code>
///      1  0   -5/2  0    1 0         1     0     0
///      0 -√2  -2    √½   1 0       -2/3 -√2/3 -1/3          1  1   1   1    1  0
/// Bᵀ = 0  √2  -2   -√½   1 0   G = -2/3  √2/3 -1/3   Aᵀ =   0 √½ -√½  √2  -√2  0
///      0 -√½  -1/2  √2   1 0        1/6  √2/6  1/3          0  ½   ½   2    2  0
///      0  √½  -1/2 -√2   1 0        1/6 -√2/6  1/3          0 √2/4 -√2/4 2√2 -2√2 1
///      0  1    0    -5/2 0 1         0     0     1
/// </code>
/// </remarks>
internal sealed class WinogradTransforms(MethodContext context, VectorDialect dialect)
{
    /// <summary>How many places of a line each half of a transform gives.</summary>
    public const int HalfPlaces = 3;

    /// <summary>A half of Bᵀ: six pixels of a line become its first three places, or its last.</summary>
    public string[] Input(string[] d, int half)
    {
        double factor = half == 0 ? -2 : -0.5;
        string even = Local("even", dialect.MultiplyAdd(dialect.Constant(factor), d[2], d[4]));
        string root = dialect.Constant(Math.Sqrt(half == 0 ? 0.5 : 2));
        string odd = Local("odd", $"{root} * {Parenthesised(dialect.MultiplyAdd(dialect.Constant(factor), d[1], d[3]))}");
        return half == 0
            ? [dialect.MultiplyAdd(dialect.Constant(-2.5), d[2], $"{d[0]} + {d[4]}"), $"{even} + {odd}", $"{even} - {odd}"]
            : [$"{even} + {odd}", $"{even} - {odd}", dialect.MultiplyAdd(dialect.Constant(-2.5), d[3], $"{d[1]} + {d[5]}")];
    }

    /// <summary>A half of A: the gradients of four outputs of a line become those of its first three places, or of its last.</summary>
    public string[] OutputGradient(string[] y, int half)
    {
        double factor = half == 0 ? 0.5 : 2;
        string even = Local("even", dialect.MultiplyAdd(dialect.Constant(factor), y[2], y[0]));
        string odd = Local("odd", $"{dialect.Constant(Math.Sqrt(factor))} * {Parenthesised(dialect.MultiplyAdd(dialect.Constant(factor), y[3], y[1]))}");
        return half == 0 ? [y[0], $"{even} + {odd}", $"{even} - {odd}"] : [$"{even} + {odd}", $"{even} - {odd}", y[3]];
    }

    /// <summary>G: three weights of a line.</summary>
    public string[] Weight(string[] g)
    {
        string a = Local("even", dialect.MultiplyAdd(dialect.Constant(-2.0 / 3), g[0], $"{dialect.Constant(-1.0 / 3)} * {g[2]}"));
        string b = Local("odd", $"{dialect.Constant(Math.Sqrt(2) / 3)} * {g[1]}");
        string c = Local("even", dialect.MultiplyAdd(dialect.Constant(1.0 / 6), g[0], $"{dialect.Constant(1.0 / 3)} * {g[2]}"));
        string e = Local("odd", $"{dialect.Constant(Math.Sqrt(2) / 6)} * {g[1]}");
        return [g[0], $"{a} - {b}", $"{a} + {b}", $"{c} + {e}", $"{c} - {e}", g[2]];
    }

    /// <summary>Gᵀ: the gradients of six places of a line become those of three weights.</summary>
    public string[] WeightGradient(string[] u)
    {
        string a = Local("even", $"{u[1]} + {u[2]}");
        string b = Local("odd", $"{u[2]} - {u[1]}");
        string c = Local("even", $"{u[3]} + {u[4]}");
        string e = Local("odd", $"{u[3]} - {u[4]}");
        return
        [
            dialect.MultiplyAdd(dialect.Constant(-2.0 / 3), a, dialect.MultiplyAdd(dialect.Constant(1.0 / 6), c, u[0])),
            $"{dialect.Constant(Math.Sqrt(2) / 6)} * {Parenthesised(dialect.MultiplyAdd(dialect.Constant(2), b, e))}",
            dialect.MultiplyAdd(dialect.Constant(1.0 / 3), $"{c} - {a}", u[5]),
        ];
    }

    /// <summary>Aᵀ: the six products of a line become four outputs.</summary>
    public string[] Output(string[] m)
    {
        string a = Local("even", $"{m[1]} + {m[2]}");
        string b = Local("odd", $"{m[1]} - {m[2]}");
        string c = Local("even", $"{m[3]} + {m[4]}");
        string e = Local("odd", $"{m[3]} - {m[4]}");
        return
        [
            $"{m[0]} + {a} + {c}",
            $"{dialect.Constant(Math.Sqrt(0.5))} * {Parenthesised(dialect.MultiplyAdd(dialect.Constant(2), e, b))}",
            dialect.MultiplyAdd(dialect.Constant(2), c, $"{dialect.Constant(0.5)} * {a}"),
            dialect.MultiplyAdd(dialect.Constant(Math.Sqrt(2) / 4), dialect.MultiplyAdd(dialect.Constant(8), e, b), m[5]),
        ];
    }

    /// <summary>Declares a local.</summary>
    public string Local(string name, string value)
    {
        string local = context.Fresh(name);
        context.Writer.Line($"{dialect.Type} {local} = {value};");
        return local;
    }

    /// <summary>A call needs no parentheses around it.</summary>
    private static string Parenthesised(string expression) => expression[expression.Length - 1] == ')' ? expression : $"({expression})";
}
