using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Autodiff;

/// <summary>
/// The gradient of a scan: a scan in the opposite direction, whose body is the gradient of the body. Its states are the gradients of the
/// states, and one sum for each invariant, which grows step by step, so that its order is fixed. It stacks the gradients of the sequences.
/// Values of the forward body that it reads become stacked results of the forward scan.
/// </summary>
internal sealed class ScanGradient
{
    private readonly Scan scan;
    private readonly Program body;
    private readonly Origin origin;
    private readonly ScanBuilder builder;

    /// <summary>Results of the body, with the gradients by them.</summary>
    private readonly List<(Tensor Output, Tensor Seed)> seeds = [];

    /// <summary>The counterpart in the backward body of each node of the forward body.</summary>
    private readonly Dictionary<Tensor, Tensor> copies = [];

    /// <summary>The states of the backward body that are gradients of states, by the states' indices.</summary>
    private readonly Dictionary<int, Expr> states = [];

    private ScanGradient(Scan scan, Origin origin)
    {
        this.scan = scan;
        this.origin = origin;
        body = scan.Body;
        builder = new ScanBuilder(scan.Program, origin, scan.Steps, !scan.IsReversed);
    }

    /// <summary>The gradients of the operands, in their order; null where none flows.</summary>
    /// <param name="scan">The scan.</param>
    /// <param name="received">The gradient with respect to a result, or null where none reaches it.</param>
    /// <param name="origin">Whose the gradients are.</param>
    /// <param name="isWanted">Whether the gradient of an operand is wanted.</param>
    public static IReadOnlyList<Expr?> Of(Scan scan, Func<ScanResult, Tensor?> received, Origin origin, Func<Tensor, bool> isWanted)
    {
        var gradients = new Dictionary<(ResultRole Role, int Index), Tensor>();
        foreach (ScanResult result in scan.Program.UsersOf(scan).OfType<ScanResult>())
            if (received(result) is { } gradient)
                gradients.Add((result.Role, result.Index), gradient);
        return gradients.Count == 0 ? [] : new ScanGradient(scan, origin).Write(gradients, isWanted);
    }

    private Expr?[] Write(Dictionary<(ResultRole Role, int Index), Tensor> received, Func<Tensor, bool> isWanted)
    {
        Input[] sources = Sources(input => isWanted(scan.Operands[scan.OperandOf(input)]));
        Seed(received, sources);
        if (seeds.Count == 0 || sources.Length == 0)
            return [];
        IReadOnlyList<Tensor?> found = BackwardPass.Append(seeds, sources);
        Tensor?[] bySource = [.. found.Select(Resolved)];
        Copy(bySource.OfType<Tensor>());
        return Built(sources, bySource);
    }

    /// <summary>
    /// The inputs to differentiate by: the wanted ones, and all states that depend on them, since the gradient flows back through those.
    /// One walk over the body for each state at most.
    /// </summary>
    private Input[] Sources(Func<Input, bool> isWanted)
    {
        Input[] inputs = [.. body.Nodes.OfType<Input>()];
        var sources = new HashSet<Input>(inputs.Where(isWanted));
        for (int before = -1; before < sources.Count;)
        {
            before = sources.Count;
            HashSet<Tensor> dependents = BackwardPass.Dependents(body.Nodes, sources);
            var changing = new HashSet<int>(body.Results.Where(
                result => result.Role == ResultRole.State && dependents.Contains(result.Value)).Select(result => result.Index));
            sources.UnionWith(inputs.Where(input => input.Role == InputRole.State && changing.Contains(input.Index)));
        }

        return [.. inputs.Where(sources.Contains)];
    }

    /// <summary>The gradients that a step of the backward body starts from: by the next states, and by stacked values.</summary>
    private void Seed(Dictionary<(ResultRole Role, int Index), Tensor> received, Input[] sources)
    {
        var changing = new HashSet<int>(sources.Where(source => source.Role == InputRole.State).Select(source => source.Index));
        foreach (ProgramResult result in body.Results)
        {
            received.TryGetValue((result.Role, result.Index), out Tensor? sent);
            Expr? gradient = sent is null ? null : new(sent, origin);
            if (result.Role == ResultRole.State && changing.Contains(result.Index))
                Seed(result.Value, states[result.Index] = builder.State(gradient ?? Zeros(scan.Program, origin, result.Value.Shape)));
            else if (result.Role == ResultRole.Step && gradient is { } sequence)
                Seed(result.Value, builder.Step(sequence));
        }
    }

    /// <summary>An input of the backward body. It has a stand-in in the forward body while the gradient is written there.</summary>
    private void Seed(Tensor output, Expr gradient)
    {
        var input = (Input)gradient.Tensor;
        Input standIn = body.Add(new Input(body, new Origin(scan.Layer, IsBackward: true), input.Shape, input.Role));
        copies.Add(standIn, input);
        seeds.Add((output, standIn));
    }

    /// <summary>The gradient without the rules that layers state, which are removed.</summary>
    private static Tensor? Resolved(Tensor? gradient)
    {
        while (gradient is CustomGradient custom)
            gradient = custom.Operands[0];
        return gradient;
    }

    /// <summary>Moves the nodes of the gradients from the forward body to the backward body.</summary>
    private void Copy(IEnumerable<Tensor> gradients)
    {
        CustomGradients.Remove(body);
        Tensor[] nodes = [.. body.Nodes];
        HashSet<Tensor> invariant = Invariant(nodes);
        HashSet<Tensor> needed = Needed(gradients, node => node.IsBackward || invariant.Contains(node));
        var stacked = body.Results.Where(result => result.Role == ResultRole.Step)
            .GroupBy(result => result.Value).ToDictionary(results => results.Key, results => results.First().Index);
        int next = body.Results.Where(result => result.Role == ResultRole.Step).Select(result => result.Index + 1).DefaultIfEmpty().Max();
        foreach (Tensor node in nodes)
            if (needed.Contains(node) && !copies.ContainsKey(node))
                copies.Add(node, StandIn(node));
        body.RemoveUnused();
        body.Sort();

        Tensor StandIn(Tensor node)
        {
            if (node is Input { Role: InputRole.Invariant } constant)
                return builder.Invariant(new(scan.Operands[scan.OperandOf(constant)], scan.Origin));
            if (node is Input { Role: InputRole.Step } step)
                return builder.Step(new(scan.Operands[scan.OperandOf(step)], scan.Origin));
            if (node.IsBackward || invariant.Contains(node))
                return builder.Body.Add(node.CopiedTo(builder.Body, [.. node.Operands.Select(operand => copies[operand])]));
            if (stacked.TryGetValue(node, out int known))
                return builder.Step(scan.Result(ResultRole.Step, known));
            body.AddResult(ResultRole.Step, node, next);
            return builder.Step(new(scan.Program.Add(new ScanResult(scan.Origin, scan, ResultRole.Step, next++)), scan.Origin));
        }
    }

    /// <summary>
    /// Values of the forward body that are the same in all steps. They are recomputed, not stacked. A scan is stacked all the same, since a
    /// body belongs to one scan.
    /// </summary>
    private static HashSet<Tensor> Invariant(IEnumerable<Tensor> nodes)
    {
        var invariant = new HashSet<Tensor>();
        foreach (Tensor node in nodes)
            if (node is Input { Role: InputRole.Invariant }
                || (node is not (Input or Scan) && !node.IsBackward && node.Operands.All(invariant.Contains)))
                invariant.Add(node);
        return invariant;
    }

    /// <summary>The gradients and what they are computed from, up to the inputs of the backward body.</summary>
    private static HashSet<Tensor> Needed(IEnumerable<Tensor> gradients, Func<Tensor, bool> isComputed)
    {
        var needed = new HashSet<Tensor>();
        var open = new Stack<Tensor>(gradients);
        while (open.Count > 0)
        {
            Tensor node = open.Pop();
            if (needed.Add(node) && isComputed(node))
                foreach (Tensor operand in node.Operands)
                    open.Push(operand);
        }

        return needed;
    }

    /// <summary>States the results of the backward body, and returns the gradients of the forward scan's operands.</summary>
    private Expr?[] Built(Input[] sources, Tensor?[] gradients)
    {
        var results = new (ResultRole Role, int Index)?[scan.Operands.Count];
        var inner = new Origin(scan.Layer, IsBackward: true);
        for (int place = 0; place < sources.Length; place++)
        {
            Input source = sources[place];
            Expr? gradient = gradients[place] is { } found ? new(copies[found], inner) : null;
            int operand = scan.OperandOf(source);
            if (source.Role == InputRole.State)
            {
                Expr behind = states[source.Index];
                builder.Next(behind, gradient ?? Zeros(builder.Body, inner, source.Shape));
                results[operand] = (ResultRole.State, ((Input)behind.Tensor).Index);
            }
            else if (source.Role == InputRole.Step && gradient is { } bySequence)
            {
                results[operand] = (ResultRole.Step, builder.Stack(bySequence));
            }
            else if (source.Role == InputRole.Invariant && gradient is { } part)
            {
                Expr sum = builder.State(Zeros(scan.Program, origin, source.Shape));
                builder.Next(sum, sum.At(inner) + part);
                results[operand] = (ResultRole.State, ((Input)sum.Tensor).Index);
            }
        }

        Scan backward = builder.Build();
        return [.. results.Select(result => result is { } known ? backward.Result(known.Role, known.Index) : (Expr?)null)];
    }

    private static Expr Zeros(Program program, Origin origin, TensorShape shape) => new(Map.Filled(program, origin, 0, shape), origin);
}
