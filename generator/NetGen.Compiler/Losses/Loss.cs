using NetGen.Compiler.Collections;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Losses;

/// <summary>A kind of loss with its options. Each has a static Read, which <see cref="LossCatalog"/> lists.</summary>
internal abstract record Loss(Reduction Reduction, bool TargetIsInput)
{
    /// <summary>The attribute's name: "CrossEntropy".</summary>
    public virtual string Kind => GetType().Name;

    /// <summary>What a label may be, given the shape that the network puts out.</summary>
    public abstract LabelForms Labels(Shape output);

    /// <summary>Reports an output that this loss does not take.</summary>
    public virtual void Check(Shape output, LayerReport report)
    {
    }

    /// <summary>The number of classes that an index chooses from, or 0 where no index is taken.</summary>
    public virtual long Classes(Shape output) => (Labels(output) & LabelForms.Index) != 0 ? output.Channels : 0;

    /// <summary>The number of indices of one sample, or 0 where no index is taken.</summary>
    public virtual long LabelsPerSample(Shape output) => (Labels(output) & LabelForms.Index) != 0 ? output.Positions : 0;

    /// <summary>The ignored label, or null.</summary>
    public int? IgnoreIndex { get; init; }

    /// <summary>The weight of each class in a mean, or null for 1.</summary>
    public virtual EquatableArray<double>? ClassWeights => null;

    /// <summary>The weight of each label in a mean, of the losses' shape; or null for 1, without ignored labels.</summary>
    /// <param name="target">Of class indices, as <see cref="TargetOfIndices"/> gives it.</param>
    public virtual Expr? LabelWeights(Expr target) => null;

    /// <summary>
    /// The single losses: one an element, or one a row (with an innermost axis of size 1) where a row has one label. Their
    /// number is what a mean divides by, less those whose label is ignored: these are 0.
    /// </summary>
    public abstract Expr Forward(Expr prediction, Expr target);

    /// <summary>
    /// What class indices stand for as numbers of the prediction's shape: 1 at the class, 0 elsewhere and for an ignored label.
    /// </summary>
    public virtual Expr TargetOfIndices(Expr prediction) =>
        prediction.Filled(new IsLabel(), prediction.Shape);
}
