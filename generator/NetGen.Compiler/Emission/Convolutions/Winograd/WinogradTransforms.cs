using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the three one-dimensional transforms of Winograd's F(m, r) with m + r − 1 = 6 (Lavin and Gray, arXiv 1509.09308; Toom and
/// Cook's interpolation). The points are 0, ±√½, ±√2 and infinity: with the paper's 0, ±1, ±2 and infinity the results have three
/// to four times the error (measured: 1e-6 of the largest value here, 4e-6 there), and a² = ½, b² = 2, a·b = 1 make for simple
/// factors.
/// </summary>
/// <remarks>
/// F(4, 3). Bᵀ is the same for all; G goes on to r columns and Aᵀ to m rows by further powers of the points.
/// <code>
///      1  0   -5/2  0    1 0         1     0     0
///      0 -√2  -2    √½   1 0       -2/3 -√2/3 -1/3          1  1   1   1    1  0
/// Bᵀ = 0  √2  -2   -√½   1 0   G = -2/3  √2/3 -1/3   Aᵀ =   0 √½ -√½  √2  -√2  0
///      0 -√½  -1/2  √2   1 0        1/6  √2/6  1/3          0  ½   ½   2    2  0
///      0  √½  -1/2 -√2   1 0        1/6 -√2/6  1/3          0 √2/4 -√2/4 2√2 -2√2 1
///      0  1    0    -5/2 0 1         0     0     1
/// </code>
/// </remarks>
internal sealed class WinogradTransforms(MethodContext context, VectorDialect dialect, WinogradSize size)
{
    private const double SmallScale = -2.0 / 3;

    private const double LargeScale = 1.0 / 6;

    private static readonly double Small = Math.Sqrt(0.5);

    private static readonly double Large = Math.Sqrt(2);

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

    /// <summary>A half of A: the gradients of a tile's outputs of a line become those of its first three places, or of its last.</summary>
    public string[] OutputGradient(string[] y, int half)
    {
        double point = half == 0 ? Small : Large;
        string even = EveryOther(y, 0);
        if (y.Length > 2)
            even = Local("even", even);
        string odd = Local("odd", $"{dialect.Constant(point)} * {Parenthesised(EveryOther(y, 1))}");
        return half == 0 ? [y[0], $"{even} + {odd}", $"{even} - {odd}"] : [$"{even} + {odd}", $"{even} - {odd}", y[y.Length - 1]];

        // Of the polynomial with these coefficients, by Horner's rule in the square of the point.
        string EveryOther(string[] coefficients, int first)
        {
            int last = first + ((coefficients.Length - 1 - first) / 2 * 2);
            string value = coefficients[last];
            for (int k = last - 2; k >= first; k -= 2)
                value = dialect.MultiplyAdd(dialect.Constant(point * point), value, coefficients[k]);
            return value;
        }
    }

    /// <summary>G: the weights of a line.</summary>
    public string[] Weight(string[] g)
    {
        (string even, string odd) = Both(Small, SmallScale);
        (string evenOfLarge, string oddOfLarge) = Both(Large, LargeScale);
        return [g[0], $"{even} + {odd}", $"{even} - {odd}", $"{evenOfLarge} + {oddOfLarge}", $"{evenOfLarge} - {oddOfLarge}", g[g.Length - 1]];

        (string Even, string Odd) Both(double point, double scale) => (Local("even", Sum(0, point, scale)), Local("odd", Sum(1, point, scale)));

        string Sum(int first, double point, double scale)
        {
            string sum = "";
            for (int k = first; k < g.Length; k += 2)
            {
                string factor = dialect.Constant(scale * Math.Pow(point, k));
                sum = sum.Length == 0 ? $"{factor} * {g[k]}" : dialect.MultiplyAdd(factor, g[k], sum);
            }

            return sum;
        }
    }

    /// <summary>Gᵀ: the gradients of six places of a line become those of its weights.</summary>
    public string[] WeightGradient(string[] u)
    {
        (string[] small, string[] large) = Pairs(u);
        return [.. Enumerable.Range(0, size.Window).Select(k =>
        {
            string last = k == 0 ? u[0] : k == size.Window - 1 ? u[5] : "";
            string factor = dialect.Constant(LargeScale * Math.Pow(Large, k));
            string rest = last.Length == 0 ? $"{factor} * {large[k % 2]}" : dialect.MultiplyAdd(factor, large[k % 2], last);
            return dialect.MultiplyAdd(dialect.Constant(SmallScale * Math.Pow(Small, k)), small[k % 2], rest);
        })];
    }

    /// <summary>Aᵀ: the six products of a line become a tile's outputs.</summary>
    public string[] Output(string[] m)
    {
        (string[] small, string[] large) = Pairs(m);
        return [.. Enumerable.Range(0, size.Tile).Select(k =>
        {
            (string b, string e) = (small[k % 2], large[k % 2]);
            if (k == 0)
                return $"{m[0]} + {b} + {e}";

            // √½ᵏ·b + √2ᵏ·e.
            string factor = dialect.Constant(Math.Pow(Small, k));
            string sum = dialect.MultiplyAdd(dialect.Constant(1 << k), e, b);
            return k == size.Tile - 1 ? dialect.MultiplyAdd(factor, sum, m[5]) : $"{factor} * {Parenthesised(sum)}";
        })];
    }

    /// <summary>What the places at a point and at its opposite have in common, and what they differ by: for each of the two points.</summary>
    private (string[] Small, string[] Large) Pairs(string[] places) =>
        ([Local("even", $"{places[1]} + {places[2]}"), Local("odd", $"{places[1]} - {places[2]}")],
        [Local("even", $"{places[3]} + {places[4]}"), Local("odd", $"{places[3]} - {places[4]}")]);

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
