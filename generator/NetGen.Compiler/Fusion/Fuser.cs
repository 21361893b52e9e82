using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion;

/// <summary>
/// Cuts a program into groups. The rules, form by form:
/// a Map joins the group that computes the last of its operands, when it runs over the same elements and leaves a gradient's padding zero;
/// a Reduce joins the rows that compute its operand, when they run over the same axes;
/// a max-pool whose windows tile joins the convolution that nothing else reads;
/// a Map whose operands are all in memory and that costs little, or that only a sum over the batch reads, has no group: its users
/// compute it inline;
/// Everything else begins a group. What follows from the parameters alone comes first in each pass.
/// </summary>
internal sealed class Fuser
{
    /// <summary>The most nodes of a group: a larger method is too large to read, and for the JIT.</summary>
    private const int LargestGroup = 48;

    /// <summary>The most operators of a Map that is rematerialised rather than stored and loaded.</summary>
    private const int MostInlineOperators = 8;

    private readonly List<FusedGroup> groups = [];
    private readonly Dictionary<Tensor, int> groupOf = [];

    /// <summary>For each inline Map, the last group that computes one of its operands; -1 where all are in memory.</summary>
    private readonly Dictionary<Tensor, int> latestGroupOf = [];
    private readonly Dictionary<(Tensor Map, TensorShape Space), bool> hasElementOperands = [];
    private readonly ILookup<Tensor, Tensor> users;
    private readonly HashSet<Tensor> results;
    private readonly HashSet<Tensor> gradients;
    private readonly HashSet<Tensor> prepared;
    private readonly bool isPrediction;

    private Fuser(Program program)
    {
        isPrediction = program.IsPrediction;
        users = program.Nodes
            .SelectMany(node => node.Operands.Distinct().Select(operand => (operand, node)))
            .ToLookup(pair => pair.operand, pair => pair.node);
        results = [.. program.Results.Select(result => result.Value)];
        gradients = [.. program.Results.Where(result => result.Role == ResultRole.OutputGradient).Select(result => result.Value)];
        prepared = PrepackedNodes.Of(program);
    }

    public static IReadOnlyList<FusedGroup> Fuse(Program program)
    {
        var fuser = new Fuser(program);
        foreach (Tensor node in program.Nodes.OrderBy(node => node.IsBackward).ThenBy(node => !fuser.prepared.Contains(node)))
            fuser.Place(node);
        fuser.FindLoadsAndStores();
        return fuser.groups;
    }

    private void Place(Tensor node)
    {
        switch (node)
        {
            case Input or Parameter:
                break;
            case MaxPoolArgmax or AttentionLogSum or RecurrenceResult:
                Join(node, groupOf[node.Operands[0]]);
                break;
            case Map map when IsInline(map):
                break;
            case Map map when IsForRowsOnly(map):
                break;
            case Map or Reduce or MaxPool when HostOf(node) is { } host:
                Join(node, host);
                break;
            case Map map when IsCheap(map) && CanBeInline(map):
                break;
            case Map:
                Begin(node, anchor: null, node.Shape);
                break;
            case Reduce reduce:
                Begin(node, anchor: null, reduce.Operands[0].Shape);
                groups[groups.Count - 1].ReducedAxes = reduce.Axes;
                break;
            default:
                Begin(node, node, node.Shape);
                break;
        }

        if (node is Map && !groupOf.ContainsKey(node))
            latestGroupOf.Add(node, LatestGroup(node));
    }

    private void Begin(Tensor node, Tensor? anchor, TensorShape space)
    {
        groups.Add(new FusedGroup(anchor, space, node.IsBackward)
        {
            IsPrediction = isPrediction,
            IsPrepared = prepared.Contains(node),
        });
        Join(node, groups.Count - 1);
    }

    private void Join(Tensor node, int group)
    {
        groups[group].Add(node);
        groupOf[node] = group;
        if (node is Reduce reduce)
            groups[group].ReducedAxes = reduce.Axes;
    }

    /// <summary>
    /// Whether a Map is computed inline by its users: in the backward pass from values of the forward pass alone, or for one sum over the
    /// batch.
    /// </summary>
    private bool IsInline(Map map)
    {
        if (!CanBeInline(map))
            return false;
        bool onlyForward = map.IsBackward && map.Operands.All(o => !o.IsBackward || HasNoGroup(o));
        bool onlySummed = users[map].Count() == 1 && users[map].First() is BatchSum;
        return onlyForward || onlySummed;
    }

    /// <summary>Whether all users can compute the Map themselves, at the element at hand.</summary>
    private bool CanBeInline(Map map)
    {
        if (results.Contains(map) || !map.Shape.IsBatched || !users[map].All(user => user is Map or Reduce or BatchSum))
            return false;
        // A constant is the same at every element, and what a place has of its own is not.
        if (map.Operands.Count == 0 && !map.Body.Contains(part => part is OfPlace))
            return true;
        return users[map].All(user => SameElements(map, user))
            && (!users[map].Any(user => user is BatchSum) || HasElementOperands(map, map.Shape));
    }

    /// <summary>
    /// Whether only sums read a cheap Map. A method of another form would have to store it for them; they compute it inline instead.
    /// </summary>
    private bool IsForRowsOnly(Map map) =>
        users[map].All(user => user is Reduce) && CanBeInline(map) && IsCheap(map)
        && HostOf(map) is { } host && groups[host].Anchor is not null;

    /// <summary>Whether computing the Map again costs less than writing and reading it: a few additions and products.</summary>
    private bool IsCheap(Map map) => InlineCost(map) <= MostInlineOperators;

    /// <summary>
    /// Operators of the Map and of those without a group that it needs, each of them once; the count ends where they are too many.
    /// </summary>
    private int InlineCost(Map map)
    {
        int cost = 0;
        foreach (Map computed in InlineMaps.Of([map], HasNoGroup).Prepend(map))
        {
            computed.Body.Contains(part =>
            {
                cost += part switch
                {
                    Unary { Operator: not (UnaryOperator.Negate or UnaryOperator.Abs) } or Drawn or Call { Function.IsCheap: false } =>
                        MostInlineOperators + 1,
                    Operand or Constant => 0,
                    _ => 1,
                };
                return false;
            });
            if (cost > MostInlineOperators)
                break;
        }

        return cost;
    }

    /// <summary>
    /// A sum over the batch traverses a sample without its axes: it can inline Maps whose operands have a value for each element.
    /// </summary>
    private bool HasElementOperands(Tensor map, TensorShape space)
    {
        if (!hasElementOperands.TryGetValue((map, space), out bool known))
        {
            known = map.Operands.All(operand =>
                (operand.Shape.SameSizes(space) || (space.Rows == 1 && operand.Shape.Rows == 1))
                && (operand is not Map inner || HasElementOperands(inner, space)));
            hasElementOperands.Add((map, space), known);
        }

        return known;
    }

    private static bool SameElements(Tensor operand, Tensor user) =>
        operand.Shape.SameSizes(user is Reduce ? user.Operands[0].Shape : user.Shape);

    /// <summary>The group that the node can join, if there is one.</summary>
    private int? HostOf(Tensor node)
    {
        int latest = LatestGroup(node);
        int? host = latest >= 0 ? JoinsAt(node, latest) : null;

        // A Map of values in memory alone joins the rows that use it.
        return host ?? (node is Reduce && groups.Count > 0 && groups.Count - 1 != latest ? JoinsAt(node, groups.Count - 1) : null);
    }

    private int? JoinsAt(Tensor node, int index)
    {
        FusedGroup group = groups[index];
        if (group.IsBackward != node.IsBackward || group.Members.Count >= LargestGroup)
            return null;
        bool joins = node switch
        {
            MaxPool pool => group.Anchor is Convolution convolution && pool.Operands[0] == convolution
                && group.Members.Count == 1 && users[convolution].Count() == 1
                && pool.Height.IsTiling && pool.Width.IsTiling && pool.Height.Kernel <= 3 && pool.Width.Kernel <= 3
                && (convolution is not WinogradConvolution winograd || winograd.TakesPool(pool)),
            Reduce reduce => group.Anchor is null && reduce.Operands[0].Shape.Equals(group.Space)
                && (group.ReducedAxes.Count == 0 || group.ReducedAxes.SequenceEqual(reduce.Axes)),
            Map map => MapJoins(map, group),
            _ => false,
        };
        return joins ? index : null;
    }

    private bool MapJoins(Map map, FusedGroup group)
    {
        if (map.Shape.IsBatched != group.Space.IsBatched || map.Shape.IsRaw)
            return false;
        if (group.Anchor is { } anchor)
            return anchor.SupportsEpilogue && map.Shape.SameSizes(group.Space) && Sources(map).All(source => group.Finds(source.Shape))
                && (anchor is BatchSum || !FillsPadding(map));
        return map.Shape.SameSizes(group.Space)
            || (group.ReducedAxes.Count > 0 && map.Shape.SameSizes(group.Space.Reduced(group.ReducedAxes)));
    }

    /// <summary>
    /// Whether the Map gives a gradient other numbers than zero in the padding of its rows, which only rows and sums over the batch clear.
    /// </summary>
    private bool FillsPadding(Map map) =>
        map.IsBackward && map.Shape.PaddedInner > map.Shape.Inner && map.Shape.Inner > 1 && !new PaddingZeros(HasNoGroup).AreIn(map);

    /// <summary>What a Map reads, through its inline Maps, which may read larger tensors than their own shape.</summary>
    private IEnumerable<Tensor> Sources(Tensor map) =>
        InlineMaps.Of([map], HasNoGroup).Prepend(map).SelectMany(computed => computed.Operands).Where(operand => !HasNoGroup(operand));

    /// <summary>Whether the node, placed before, is a Map that its users compute.</summary>
    private bool HasNoGroup(Tensor node) => node is Map && !groupOf.ContainsKey(node);

    /// <summary>The last group among those that compute the node's operands, seen through inline Maps.</summary>
    private int LatestGroup(Tensor node) => node.Operands.Aggregate(
        -1,
        (latest, operand) => Math.Max(
            latest, groupOf.TryGetValue(operand, out int group) || latestGroupOf.TryGetValue(operand, out group) ? group : -1));

    private void FindLoadsAndStores()
    {
        var needed = new HashSet<Tensor>(results);
        foreach (FusedGroup group in groups)
        {
            var loaded = new List<Tensor>();
            var inlined = new List<Map>();
            var known = new HashSet<Tensor>(group.Members);
            foreach (Tensor member in group.Members)
                foreach (Tensor operand in member.Operands)
                    Load(operand);
            (group.Loaded, group.Inlined) = (loaded, inlined);
            needed.UnionWith(loaded);

            void Load(Tensor operand)
            {
                if (!known.Add(operand))
                    return;
                if (!HasNoGroup(operand))
                {
                    loaded.Add(operand);
                    return;
                }

                inlined.Add((Map)operand);
                foreach (Tensor inner in operand.Operands)
                    Load(inner);
            }
        }

        foreach (FusedGroup group in groups)
        {
            group.Stored = [.. group.Members.Where(needed.Contains)];
            group.ClearsPadding = group.Stored.Any(gradients.Contains);
        }
    }
}
