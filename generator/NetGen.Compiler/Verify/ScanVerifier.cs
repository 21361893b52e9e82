using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Verify;

/// <summary>What holds between a scan, its body and its results. <see cref="ProgramVerifier"/> checks the body as a program.</summary>
internal static class ScanVerifier
{
    /// <summary>The violated invariants of a scan and its body.</summary>
    public static IEnumerable<string> Faults(Scan scan)
    {
        if (scan.Steps < 1)
            yield return $"{scan} has {scan.Steps} steps";
        var standing = new HashSet<(InputRole, int)>();
        foreach (Tensor node in scan.Body.Nodes)
        {
            if (node is Parameter)
                yield return $"the body of %{scan.Id} has {node}, which it should read as an invariant";
            if (node is Input input && Fault(scan, input, standing) is { } fault)
                yield return $"the body of %{scan.Id} has {input}, {fault}";
        }

        var results = new HashSet<(ResultRole, int)>();
        foreach (ProgramResult result in scan.Body.Results)
            if (Fault(scan, result, results) is { } fault)
                yield return $"the body of %{scan.Id} has a result {result.Role} {result.Index}, {fault}";
        for (int index = 0; index < scan.StateCount; index++)
            if (!results.Contains((ResultRole.State, index)))
                yield return $"the body of %{scan.Id} does not say what state {index} is next";
    }

    /// <summary>The violated invariants of a scan's result.</summary>
    public static IEnumerable<string> Faults(ScanResult node)
    {
        if (node.Operands is not [Scan scan])
            yield return $"{node} is the result of no scan";
        else if (scan.Body.Find(node.Role, node.Index) is null)
            yield return $"{node} is a result that the body of %{scan.Id} does not have";
        else if (scan.ShapeOf(node.Role, node.Index) is { } shape && !shape.Equals(node.Shape))
            yield return $"{node} is {shape} in the body";
    }

    private static string? Fault(Scan scan, Input input, HashSet<(InputRole, int)> standing)
    {
        int place = scan.OperandOf(input);
        if (place < 0)
            return "which stands for none of the scan's operands";
        if (!standing.Add((input.Role, input.Index)))
            return "which stands there twice";
        Tensor operand = scan.Operands[place];
        return operand.Shape.Equals(scan.Outside(input.Shape, input.Role == InputRole.Step)) ? null : $"which stands for {operand}";
    }

    private static string? Fault(Scan scan, ProgramResult result, HashSet<(ResultRole, int)> known)
    {
        if (result.Role is not (ResultRole.State or ResultRole.Step) || result.Index < 0
            || (result.Role == ResultRole.State && result.Index >= scan.StateCount))
            return "which no scan leaves";
        if (!known.Add((result.Role, result.Index)))
            return "which stands there twice";
        if (result.Role == ResultRole.Step)
            return null;
        TensorShape first = scan.Operands[scan.SequenceCount + result.Index].Shape;
        return result.Value.Shape.Equals(first) ? null : $"{result.Value.Shape}, but the first step finds {first}";
    }
}
