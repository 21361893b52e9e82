namespace NetGen.Data;

/// <summary>What becomes of a category that is none of those stated, or that the training part does not hold.</summary>
public enum Unseen
{
    /// <summary>It is an error, which names the line.</summary>
    Error = 0,

    /// <summary>It is zeros for each category; of tokens, the token 0, which then stands for what is unknown.</summary>
    Ignore = 1,
}
