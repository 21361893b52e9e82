using NetGen.Compiler.Shapes;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Diagnostics;

/// <summary>What a layer says about its own faults: the name and the places are filled in here.</summary>
internal sealed class LayerReport(Report report, ElementSpec element, string name, string origin)
{
    private readonly Dictionary<string, int> sites = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The layer's full name; until it is known, the one that it has without a stated one.</summary>
    public string Name { get; set; } = name;

    /// <summary>How the shape that comes in came about: "64×12×12 after flatten1".</summary>
    public string Origin { get; } = origin;

    /// <summary>Notes where an argument is written.</summary>
    public void Remember(string argument, int site) => sites[argument] = site;

    /// <summary>The place of the first of these arguments that is written, or of the whole attribute.</summary>
    public int Site(params string[] arguments)
    {
        foreach (string argument in arguments)
            if (sites.TryGetValue(argument, out int site))
                return site;
        return element.Site;
    }

    /// <summary>A constant expression without a value; <paramref name="fault"/> completes "the expression …".</summary>
    public void WithoutValue(string argument, int site, string fault) =>
        report.Add(Rules.ExpressionWithoutValue, site, argument, fault);

    public void SizeNotPositive(string argument, long size) =>
        report.Add(Rules.SizeNotPositive, Site(argument), argument, Name, size);

    public int AttributeSite => element.Site;

    /// <summary>The layer gets a kind of shape that it has no use for.</summary>
    /// <param name="received">The shape that comes in.</param>
    /// <param name="wanted">"a vector, or a sequence step by step".</param>
    /// <param name="insert">The attribute that makes the right shape of it, "Flatten", or "" where there is none.</param>
    public void CannotTake(Shape received, string wanted, string insert = "")
    {
        string wayOut = insert.Length > 0 ? $"Insert [{insert}] before it." : "Use a layer made for that shape.";
        report.AddWithFix(
            Rules.CannotTake, element.Site, insert, Name, wanted, $"{received.Describe()} ({Origin})", wayOut);
    }

    /// <summary>Checks a stated In; goes on with the size received.</summary>
    public void CheckIn(int? stated, long received, string unit)
    {
        if (stated is { } size && size != received)
            report.AddWithFix(Rules.StatedIn, Site("In"), $"In = {received}", Name, size, received, unit, Origin);
    }

    /// <summary>An option does not fit; <paramref name="expected"/> completes "…; ".</summary>
    public void Value(string argument, object value, string expected) =>
        report.Add(Rules.ValueOutOfRange, Site(argument), argument, Name, value, expected);

    public void WindowTooLarge(long span, string axis, long size, long padding) =>
        report.Add(
            Rules.WindowTooLarge, Site(axis == "height" ? "kernelHeight" : "kernelWidth", "kernelSize"), Name, span, axis, size, padding > 0 ? $" and {padding} of padding" : "", Origin);

    public void RowsDropped(bool isPooling, string what, string axis, long span, long stride, string wayOut) =>
        report.Add(Rules.RowsDropped, isPooling ? Site("kernelSize", "kernelHeight") : Site("Stride", "StrideHeight", "StrideWidth"), Name, what, axis, span, stride, wayOut);

    public void Reshape(string target, Shape received, string why) =>
        report.Add(Rules.Reshape, element.Site, Name, target, received.Count, Origin, why);

    public void TooLarge(long count, string what) =>
        report.Add(Rules.TooLarge, element.Site, Name, count == long.MaxValue ? "more than 9223372036854775807" : count, what);

    public void Loss(string wants, Shape output, string wayOut) =>
        report.Add(Rules.LossShape, element.Site, Name, wants, $"{output.Describe()} ({Origin})", wayOut);
}
