using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>Cross-entropy over short rows, of class indices or of values, without weights or smoothing: a kernel of the library.</summary>
/// <param name="Logits">The scores.</param>
/// <param name="Target">The targets; null where they are class indices.</param>
/// <param name="Losses">The negated losses of the samples.</param>
/// <param name="Gradient">The gradient of the scores.</param>
internal sealed record CrossEntropyRows(Tensor Logits, Tensor? Target, Tensor Losses, Tensor Gradient)
{
    private const string Label = "isLabel";

    private const string Exponential = "Exp((x - Max(x)))";

    /// <summary>
    /// What a group computes, if that is it: what the group stores, written as text, is compared with what the library computes, operation
    /// by operation.
    /// </summary>
    public static CrossEntropyRows? Of(FusedGroup group)
    {
        Tensor[] loaded = [.. group.Loaded.Distinct()];
        if (loaded.Length is not (1 or 2) || group.Stored.Distinct().ToArray() is not { Length: 2 } stored)
            return null;
        foreach (Tensor logits in loaded)
        {
            Tensor? target = loaded.FirstOrDefault(tensor => tensor != logits);
            string t = target is null ? Label : "t";
            var names = new Dictionary<Tensor, string> { [logits] = "x" };
            if (target is not null)
                names.Add(target, t);
            var text = new GroupText(group, names);
            foreach (Tensor losses in stored)
            {
                Tensor gradient = stored.First(tensor => tensor != losses);
                int stride = gradient.Shape.SampleStride;
                if (text.Of(losses) == LossOf(t) && text.Of(gradient) == GradientOf(t)
                    && stride == gradient.Shape.PaddedInner && loaded.Append(losses).All(tensor => tensor.Shape.SampleStride == stride))
                    return new(logits, target, losses, gradient);
            }
        }

        return null;
    }

    /// <summary>Prints the call.</summary>
    public void Emit(KernelContext context)
    {
        context.DeclareReferences(isOneMatrix: true);
        string target = Target is null ? "workspace.Labels" : "ref " + context.Reference(Target);
        string scale = Target is null ? "global::System.Math.Max(workspace.LabelCount, 1f)" : "workspace.Samples";
        context.Writer.Line($"SoftmaxCrossEntropy.{(Target is null ? "OfIndices" : "OfValues")}<S, V>(");
        context.Writer.Line(
            $"    ref {context.Reference(Logits)}, {Literals.Integer(Gradient.Shape.SampleStride)}, {target}, "
            + $"ref {context.Reference(Losses)}, ref {context.Reference(Gradient)},");
        context.Writer.Line($"    classes: {Literals.Integer(Gradient.Shape.Inner)}, scale: 1f / {scale}, begin, end);");
    }

    private static string LossOf(string t) => $"Sum((Abs({t}) > 0 ? ({t} * ((x - Max(x)) - Log(Sum({Exponential})))) : {t}))";

    private static string GradientOf(string t)
    {
        string count = t == Label ? "Max(labels, 1)" : "batch";
        return $"((((Max(1E-30, {Exponential}) * (1 / Sum({Exponential}))) * Sum({t})) - {t}) * (1 / {count}))";
    }
}
