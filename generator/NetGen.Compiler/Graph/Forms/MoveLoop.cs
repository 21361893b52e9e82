namespace NetGen.Compiler.Graph;

/// <summary>One loop of a strided copy: index i moves along one axis of the source and one of the destination.</summary>
internal sealed record MoveLoop(int Size, int SourceAxis, int SourceStep, int DestinationAxis, int DestinationStep)
{
    public MoveLoop Inverse => new(Size, DestinationAxis, DestinationStep, SourceAxis, SourceStep);
}
