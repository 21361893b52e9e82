using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Layers;

/// <summary>How a layer reports its diagnostics: name and locations are filled in here.</summary>
internal sealed class LayerReport(Report report, ElementSpec element, string name, string origin, PathStep? previous = null)
{
    private readonly Dictionary<string, int> sites = new(StringComparer.OrdinalIgnoreCase);
    private readonly IReadOnlyList<BlockUse> uses = report.Uses;

    /// <summary>The layer's full name; until it is known, the one that it has without a stated one.</summary>
    public string Name { get; set; } = name;

    /// <summary>The name as it is stated, or "".</summary>
    public string StatedName { get; set; } = "";

    /// <summary>How the shape that comes in came about: "64×12×12 after flatten1".</summary>
    public string Origin { get; } = origin;

    /// <summary>The layer before this one on the same path, or null.</summary>
    public PathStep? Previous { get; } = previous;

    /// <summary>The attribute's name: "Conv2d".</summary>
    public string Kind => element.Kind;

    /// <summary>Where the width of each operand is written; null where no argument of the operand decides it.</summary>
    public IReadOnlyList<int?> OperandWidths { get; set; } = [];

    /// <summary>Whether the layer stands in a block.</summary>
    public bool IsInBlock => uses.Count > 0;

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

    /// <summary>Whether an argument is written.</summary>
    public bool IsWritten(string argument) => sites.ContainsKey(argument);

    /// <summary>A constant expression without a value; <paramref name="fault"/> completes "the expression …".</summary>
    public void WithoutValue(string argument, int site, string fault) =>
        report.AddWithFixes(Rules.ExpressionWithoutValue, site, WithDefault(argument), argument, fault);

    public void SizeNotPositive(string argument, long size) => SizeNotPositive(argument, argument, size);

    /// <param name="argument">Where it is written.</param>
    /// <param name="called">What the message calls it.</param>
    /// <param name="size">Its value.</param>
    public void SizeNotPositive(string argument, string called, long size) =>
        report.AddWithFixes(
            Rules.SizeNotPositive, Site(argument),
            IsWritten(argument) ? [SuggestedFix.Size(size < 0 && size > int.MinValue ? -size : 1)] : [], called, Name, size);

    public int AttributeSite => element.Site;

    /// <summary>The number of arguments without a name.</summary>
    public int PositionalCount => element.Arguments.Count(argument => argument.Name is null);

    /// <summary>The layer gets a kind of shape that it has no use for.</summary>
    /// <param name="received">The shape that comes in.</param>
    /// <param name="wanted">"a vector, or a sequence step by step".</param>
    /// <param name="insert">The attribute that makes the right shape of it, "Flatten", or "" where there is none.</param>
    public void CannotTake(Shape received, string wanted, string insert = "")
    {
        if (insert.Length > 0)
            CannotTake(received, wanted, $"Insert [{insert}] before it.", new SuggestedFix(FixKind.InsertBefore, insert));
        else
            CannotTake(received, wanted, "Use a layer made for that shape.", fix: null);
    }

    /// <summary>One of the layer's operands gives what it has no use for; <paramref name="wanted"/> completes the sentence.</summary>
    public void Operand(Shape given, string wanted, int index = 0) =>
        report.Add(
            Rules.OperandShape, element.Operands[index].Site, Name, element.Operands[index].Text, given.Describe(), given, wanted);

    /// <summary>The layer's two operands give different shapes.</summary>
    /// <param name="mean">What the first gives.</param>
    /// <param name="logVariance">What the second gives.</param>
    public void HeadsDiffer(Shape mean, Shape logVariance)
    {
        bool mendsIt = logVariance.Kind == mean.Kind && logVariance.WithChannels(mean.Channels) == mean;
        report.AddWithFixes(
            Rules.HeadShapes, element.Operands[1].Site,
            mendsIt && OperandWidths[1] is { } site ? [SuggestedFix.Size(mean.Channels, site)] : [],
            Name, logVariance, element.Operands[1].Text, mean, element.Operands[0].Text);
    }

    /// <summary>The same with another kind of fix.</summary>
    public void CannotTake(Shape received, string wanted, string suggestion, SuggestedFix? fix) =>
        report.AddWithFixes(
            Rules.CannotTake, element.Site, fix is null ? [] : [fix], Name, wanted, $"{received.Describe()} ({Origin})", suggestion);

    /// <summary>A diagnostic of this layer that is found later on the path, perhaps outside its blocks.</summary>
    public void Add(Rule rule, int site, IEnumerable<SuggestedFix> fixes, params object[] arguments) =>
        report.AddInside(uses, rule, site, fixes, arguments);

    /// <summary>Checks a stated In; goes on with the size received.</summary>
    public void CheckIn(int? stated, long received, string unit)
    {
        if (stated is not { } size || size == received)
            return;

        // Keras's order in a reshape: its last size is the channels that are stated here.
        if (Previous is { Layer: Reshape { Sizes: { Count: 3 } sizes }, Report: var reshape } && sizes[2] == size)
        {
            string turned = $"{sizes[2]}, {sizes[0]}, {sizes[1]}";
            report.AddWithFixes(
                Rules.StatedIn, Site("In"), [new SuggestedFix(FixKind.ReplaceSizes, turned, reshape.AttributeSite)], Name, size, received,
                    Unit(received, unit), Origin,
                $"Sizes are channels first: did you mean [Reshape({turned})]?");
        }
        else
            report.AddWithFixes(
                Rules.StatedIn, Site("In"), report.IsInputOutOfOrder
                    ? [] : [SuggestedFix.Size(received), new SuggestedFix(FixKind.Remove, "")],
                Name, size, received, Unit(received, unit), Origin,
                report.IsInputOutOfOrder ? "The sizes of the input are in another order." : $"Did you mean In = {received}?");
    }

    /// <summary>An option does not fit; <paramref name="expected"/> completes "…; ".</summary>
    /// <param name="argument">The option.</param>
    /// <param name="value">Its value.</param>
    /// <param name="expected">What would be right.</param>
    /// <param name="nearest">A value that is right and probably meant, or "".</param>
    public void Value(string argument, object value, string expected, string nearest = "")
    {
        var fixes = new List<SuggestedFix>();
        if (nearest.Length > 0 && IsWritten(argument))
            fixes.Add(new SuggestedFix(FixKind.Replace, nearest));
        fixes.AddRange(WithDefault(argument));
        report.AddWithFixes(Rules.ValueOutOfRange, Site(argument), fixes, argument, Name, value, expected);
    }

    /// <summary>An option is not written that must be; <paramref name="expected"/> completes "…; ".</summary>
    public void Missing(string argument, string expected, string suggestion) => report.AddWithFixes(
        Rules.ValueOutOfRange, element.Site, [new SuggestedFix(FixKind.SetArgument, suggestion)], argument, Name, "not stated", expected);

    /// <summary>"channels", or "channel" where there is one.</summary>
    public static string Unit(long count, string units) => count == 1 ? units.TrimEnd('s') : units;

    /// <param name="span">The rows or columns that the window spans.</param>
    /// <param name="axis">"height".</param>
    /// <param name="size">The rows or columns that come in.</param>
    /// <param name="padding">Those that padding adds.</param>
    /// <param name="suggestion">A sentence.</param>
    /// <param name="fixes">
    /// Edits that make it fit, the likeliest first; none counts where the input's sizes are in another order.
    /// </param>
    public void WindowTooLarge(long span, string axis, long size, long padding, string suggestion, IEnumerable<SuggestedFix> fixes) =>
        report.AddWithFixes(
            Rules.WindowTooLarge, KernelSite(axis), report.IsInputOutOfOrder ? [] : fixes, Name, span, axis, size,
            padding > 0 ? $" and {padding} of padding" : "", Origin,
            report.IsInputOutOfOrder ? "The sizes of the input are in another order." : suggestion);

    /// <param name="argument">The padding of the axis, which one number may state for both.</param>
    /// <param name="axis">"height".</param>
    /// <param name="reached">The rows that the windows reach.</param>
    /// <param name="padding">The rows that are cut off on each side.</param>
    /// <param name="most">The largest padding that leaves a row.</param>
    public void NothingLeft(string argument, string axis, long reached, long padding, long most) =>
        report.AddWithFixes(
            Rules.NothingLeft, Site(argument, "Padding"), [SuggestedFix.Size(most)], Name, axis, reached, Origin, 2 * padding);

    /// <summary>Where the size of the window along an axis stands, which one number may state for both.</summary>
    public int KernelSite(string axis) => Site(axis == "height" ? "kernelHeight" : "kernelWidth", "kernelSize");

    public void RowsDropped(
        bool isPooling, string what, string axis, long span, long stride, string suggestion, IEnumerable<SuggestedFix> fixes) =>
        report.AddWithFixes(
            Rules.RowsDropped, isPooling ? Site("kernelSize", "kernelHeight") : Site("Stride", "StrideHeight", "StrideWidth"), fixes,
            Name, what, axis, span, stride, suggestion);

    public void Reshape(string target, Shape received, string why, IEnumerable<SuggestedFix> fixes) =>
        report.AddWithFixes(Rules.Reshape, element.Site, fixes, Name, target, received.Count, Origin, why);

    public void TooLarge(long count, string what) =>
        report.Add(Rules.TooLarge, element.Site, Name, count == long.MaxValue ? "more than 9223372036854775807" : count, what);

    /// <param name="wants">"compares at least two classes".</param>
    /// <param name="output">The shape that the network gives.</param>
    /// <param name="suggestion">A sentence.</param>
    /// <param name="fixes">Edits that make it fit, the likeliest first.</param>
    public void Loss(string wants, Shape output, string suggestion, params SuggestedFix[] fixes) =>
        report.AddWithFixes(Rules.LossShape, element.Site, fixes, Name, wants, $"{output.Describe()} ({Origin})", suggestion);

    /// <summary>
    /// Without a named option, its default counts; without one that has a name by its place only, the next one would stand there.
    /// </summary>
    private IEnumerable<SuggestedFix> WithDefault(string argument) =>
        IsWritten(argument) && char.IsUpper(argument[0])
            && element.Arguments.Any(written => string.Equals(written.Name, argument, StringComparison.OrdinalIgnoreCase))
            ? [new SuggestedFix(FixKind.Remove, "")]
            : [];
}
