using System.Globalization;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Diagnostics;

/// <summary>
/// Collects faults while a network is checked. A fault inside a block belongs to the block where every use has it, and to
/// the use where another use of the same block is right; that is known only at the end.
/// </summary>
internal sealed class Report
{
    private readonly List<(Fault Fault, List<BlockUse> Uses)> entries = [];
    private readonly Stack<BlockUse> uses = new();
    private readonly HashSet<string> rightBlocks = [];
    private readonly HashSet<string> rules = [.. Rules.All.Where(rule => !rule.IsWarning).Select(rule => rule.Id)];

    /// <summary>Whether an error (not just a warning) has been found.</summary>
    public bool HasErrors => entries.Any(entry => rules.Contains(entry.Fault.Id));

    /// <summary>Whether a part could not be worked out, because C# has an error there.</summary>
    public bool IsIncomplete { get; set; }

    public void Add(Rule rule, int site, params object[] arguments) => AddWithFix(rule, site, "", arguments);

    public void AddWithFix(Rule rule, int site, string fix, params object[] arguments)
    {
        var texts = arguments.Select(argument => Convert.ToString(argument, CultureInfo.InvariantCulture) ?? "").ToEquatableArray();
        entries.Add((new Fault(rule.Id, site, texts, EquatableArray<int>.Empty, fix), uses.ToList()));
    }

    /// <summary>Takes over a fault of the reading as it is.</summary>
    public void Add(Fault fault) => entries.Add((fault, []));

    public void EnterBlock(BlockUse use) => uses.Push(use);

    public void LeaveBlock()
    {
        BlockUse use = uses.Pop();
        if (!entries.Any(entry => entry.Uses.Contains(use)))
            rightBlocks.Add(use.Block);
    }

    /// <summary>All faults, each place once a rule, in the order found.</summary>
    public IReadOnlyList<Fault> Faults()
    {
        var faults = new List<Fault>();
        var seen = new HashSet<(string, int)>();
        foreach (var (fault, inside) in entries)
        {
            Fault placed = Placed(fault, inside);
            if (seen.Add((placed.Id, placed.Site)))
                faults.Add(placed);
        }

        return faults;
    }

    private Fault Placed(Fault fault, List<BlockUse> inside)
    {
        // A use with arguments says more than an operand, which has none.
        BlockUse? use = inside.FirstOrDefault(candidate => candidate.Name.Length > 0) ?? inside.FirstOrDefault();
        if (use is null)
            return fault;
        string block = use.Name.Length > 0 ? $" (in {use.Text}, used as {use.Name})" : $" (in {use.Text})";
        bool useIsAtFault = rightBlocks.Contains(use.Block);
        return fault with
        {
            Block = block,
            Site = useIsAtFault ? use.Site : fault.Site,
            OtherSites = EquatableArray.Of(useIsAtFault ? fault.Site : use.Site),
        };
    }
}

/// <summary>A block in use.</summary>
/// <param name="Block">The block's key.</param>
/// <param name="Text">The use as it is written: "BasicBlock(128, stride: 2)".</param>
/// <param name="Name">The level it adds to names, or "" for an operand.</param>
/// <param name="Site">Where the use stands.</param>
/// <param name="Number">Tells one use from the next: a repetition has the same site.</param>
internal sealed record BlockUse(string Block, string Text, string Name, int Site, int Number);
