using System.Globalization;
using NetGen.Compiler.Collections;

namespace NetGen.Compiler.Diagnostics;

/// <summary>
/// Collects diagnostics while a network is checked. A diagnostic inside a block is shown at the block if every use has it, and at the use
/// if another use of the block is correct; that is known only at the end.
/// </summary>
internal sealed class Report
{
    private readonly List<(Fault Fault, List<BlockUse> Uses)> entries = [];
    private readonly Stack<BlockUse> uses = new();
    private readonly List<BlockUse> closed = [];
    private readonly HashSet<string> errors = [.. Rules.All.Where(rule => rule.Severity == RuleSeverity.Error).Select(rule => rule.Id)];
    private readonly HashSet<string> advice = [.. Rules.All.Where(rule => rule.IsAdvice).Select(rule => rule.Id)];

    /// <summary>Whether an error (not just a warning) has been found.</summary>
    public bool HasErrors => entries.Any(entry => errors.Contains(entry.Fault.Id));

    /// <summary>Whether a part could not be worked out, because C# has an error there.</summary>
    public bool IsIncomplete { get; set; }

    /// <summary>Whether the input's sizes are probably in the wrong order, so that sizes derived from them mean something else.</summary>
    public bool IsInputOutOfOrder { get; set; }

    /// <summary>The blocks that are open, the innermost first.</summary>
    public IReadOnlyList<BlockUse> Uses => [.. uses];

    public void Add(Rule rule, int site, params object[] arguments) => AddWithFixes(rule, site, [], arguments);

    public void AddWithFixes(Rule rule, int site, IEnumerable<SuggestedFix> fixes, params object[] arguments) =>
        AddInside(Uses, rule, site, fixes, arguments);

    /// <summary>A diagnostic at an earlier layer, in other blocks than the open ones.</summary>
    public void AddInside(IReadOnlyList<BlockUse> inside, Rule rule, int site, IEnumerable<SuggestedFix> fixes, params object[] arguments)
    {
        var texts = arguments.Select(argument => Convert.ToString(argument, CultureInfo.InvariantCulture) ?? "").ToEquatableArray();
        entries.Add((new Fault(rule.Id, site, texts) { Fixes = fixes.ToEquatableArray() }, [.. inside]));
    }

    /// <summary>Adds a diagnostic of the reading as it is.</summary>
    public void Add(Fault fault) => entries.Add((fault, []));

    public void EnterBlock(BlockUse use) => uses.Push(use);

    public void LeaveBlock() => closed.Add(uses.Pop());

    /// <summary>All diagnostics in the order found, one for each rule and location; advice only if there is no error.</summary>
    public IReadOnlyList<Fault> Faults()
    {
        bool withAdvice = !HasErrors && !IsIncomplete;

        // Advice on a block of another assembly is for its author.
        List<(Fault Fault, List<BlockUse> Uses)> shown =
            [.. entries.Where(entry => !advice.Contains(entry.Fault.Id) || (withAdvice && entry.Fault.Site != Fault.Elsewhere))];
        HashSet<BlockUse> wrongUses = [.. shown.SelectMany(entry => entry.Uses)];
        HashSet<string> rightBlocks = [.. closed.Where(use => !wrongUses.Contains(use)).Select(use => use.Block)];
        var faults = new List<Fault>();
        var seen = new HashSet<(string, int)>();
        foreach (var (fault, inside) in shown)
        {
            Fault placed = Placed(fault, inside, rightBlocks);
            if (seen.Add((placed.Id, placed.Site)))
                faults.Add(placed);
        }

        // A layer that is to be left out need not be exchanged.
        faults.RemoveAll(fault => fault.Id == Rules.SoftmaxOverOneValue.Id && seen.Contains((Rules.SuperfluousActivation.Id, fault.Site)));
        return faults;
    }

    private static Fault Placed(Fault fault, List<BlockUse> inside, HashSet<string> rightBlocks)
    {
        fault = fault with { Fixes = fault.Fixes.Where(fix => fix.Site != Fault.Elsewhere).ToEquatableArray() };
        if (fault.Site == Fault.Elsewhere)
            return PlacedAtUse(fault, inside);

        // A use with arguments says more than an operand, which has none.
        BlockUse? use = inside.FirstOrDefault(candidate => candidate.Name.Length > 0) ?? inside.FirstOrDefault();
        if (use is null)
            return fault;
        string block = Described(use);
        bool useIsAtFault = rightBlocks.Contains(use.Block);
        return fault with
        {
            Block = block,
            Site = useIsAtFault ? use.Site : fault.Site,
            OtherSites = EquatableArray.Of(useIsAtFault ? fault.Site : use.Site),

            // An edit in the block would break its correct uses.
            Fixes = useIsAtFault ? EquatableArray<SuggestedFix>.Empty : fault.Fixes,
        };
    }

    /// <summary>A diagnostic inside a block of another assembly is shown at the use of the block, without fixes inside.</summary>
    private static Fault PlacedAtUse(Fault fault, List<BlockUse> inside)
    {
        BlockUse use = inside.First(candidate => candidate.Site != Fault.Elsewhere);
        return fault with
        {
            Block = Described(use),
            Site = use.Site,
            Fixes = fault.Fixes.Where(fix => fix.Site != SuggestedFix.AtFault).ToEquatableArray(),
        };
    }

    private static string Described(BlockUse use) => use.Name.Length > 0 ? $" (in {use.Text}, used as {use.Name})" : $" (in {use.Text})";
}
